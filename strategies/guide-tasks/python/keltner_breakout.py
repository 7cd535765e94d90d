"""Keltner channel: long above the upper line, flat below the middle."""

from glovebox import Strategy
from glovebox.indicators import ATR, EMA


class KeltnerBreakout(Strategy):
    def __init__(self, n=20, atr=10, multiple=1.5, size=25):
        self.ema, self.atr = EMA(n), ATR(atr)
        self.multiple, self.size = multiple, size

    def on_bar(self, ctx, bar):
        middle = self.ema.update(bar.close)
        upper = middle + self.multiple * self.atr.update(bar)
        if ctx.position == 0 and bar.close > upper:
            ctx.buy(self.size, tag="above the channel")
        elif ctx.position > 0 and bar.close < middle:
            ctx.close(tag="below the middle")
