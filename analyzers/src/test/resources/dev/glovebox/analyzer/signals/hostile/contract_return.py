from glovebox import Strategy


class Returns(Strategy):
    def on_bar(self, ctx, bar):
        if ctx.position == 0:
            return ctx.buy(1)
