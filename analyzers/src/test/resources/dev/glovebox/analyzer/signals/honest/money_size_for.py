from glovebox import Strategy


class Sized(Strategy):
    def __init__(self, notional=20000.0):
        self.notional = notional

    def on_bar(self, ctx, bar):
        if ctx.position == 0 and bar.close > bar.open:
            ctx.buy(ctx.size_for(self.notional))
        elif bar.close < bar.open:
            ctx.close()
