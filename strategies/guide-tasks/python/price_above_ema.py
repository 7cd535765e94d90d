"""Long after three closes above the EMA in a row, flat after two closes below it."""

from glovebox import Strategy
from glovebox.indicators import EMA


class PriceAboveEma(Strategy):
    def __init__(self, period=30, enter_after=3, leave_after=2, size=25):
        self.ema = EMA(period)
        self.enter_after = enter_after
        self.leave_after = leave_after
        self.size = size
        self.above = 0
        self.below = 0

    def on_bar(self, ctx, bar):
        ema = self.ema.update(bar.close)
        if not self.ema.ready:
            return
        if bar.close > ema:
            self.above += 1
            self.below = 0
        elif bar.close < ema:
            self.below += 1
            self.above = 0
        else:
            self.above = self.below = 0
        if ctx.position == 0 and self.above >= self.enter_after:
            ctx.buy(self.size, tag="above")
        elif ctx.position > 0 and self.below >= self.leave_after:
            ctx.close(tag="below")
