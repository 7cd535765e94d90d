from glovebox import Strategy


class Hash(Strategy):
    def on_bar(self, ctx, bar):
        if hash(bar.instrument + str(bar.close)) % 2:
            ctx.buy(1)
        else:
            ctx.close()
