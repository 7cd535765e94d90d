"""EMA crossings with a chandelier exit."""

from glovebox import Strategy
from glovebox.indicators import ATR, EMA, Crossover


class ChandelierExit(Strategy):
    def __init__(self, fast=10, slow=30, atr=22, multiple=3.0, size=20):
        self.fast, self.slow, self.cross = EMA(fast), EMA(slow), Crossover()
        self.atr = ATR(atr)
        self.multiple, self.size = multiple, size
        self.highest = None

    def on_fill(self, ctx, fill):
        if fill.side == "BUY":
            self.highest = fill.price
        else:
            self.highest = None

    def on_bar(self, ctx, bar):
        cross = self.cross.update(self.fast.update(bar.close), self.slow.update(bar.close))
        atr = self.atr.update(bar)
        if ctx.position > 0:
            self.highest = bar.high if self.highest is None else max(self.highest, bar.high)
            if bar.close < self.highest - self.multiple * atr:
                ctx.close(tag="chandelier")
        elif cross > 0:
            ctx.buy(self.size, tag="ema cross")
