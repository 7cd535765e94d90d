from glovebox import Strategy


class Ported(Strategy):
    def onBar(self, ctx, bar):
        ctx.buy(1)
