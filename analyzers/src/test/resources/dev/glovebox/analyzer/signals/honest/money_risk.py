from glovebox import Strategy
from glovebox.indicators import ATR


class Risk(Strategy):
    def __init__(self, risk=0.01):
        self.atr, self.risk = ATR(14), risk

    def on_bar(self, ctx, bar):
        distance = 2 * self.atr.update(bar)
        if self.atr.ready and distance > 0 and ctx.position == 0:
            quantity = ctx.equity * self.risk / distance
            ctx.buy(min(quantity, ctx.max_quantity() * 0.97))
        elif bar.close < bar.open - distance:
            ctx.close()
