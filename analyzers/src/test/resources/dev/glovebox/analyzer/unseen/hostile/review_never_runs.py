from glovebox import Strategy

DEBUG = False


class Dormant(Strategy):
    def on_bar(self, ctx, bar):
        if DEBUG and bar.close > 0:
            ctx.buy(ctx.max_quantity())
        ctx.log("idle")
