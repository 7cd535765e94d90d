from glovebox import Strategy


class Identity(Strategy):
    def on_bar(self, ctx, bar):
        if id(bar) % 32 == 0:
            ctx.buy(1)
