"""Buys a rise of more than one ATR, leaves below the previous low."""

from glovebox import Strategy
from glovebox.indicators import ATR


class RangeBreakout(Strategy):
    def __init__(self, period=10, multiple=1.0, size=30):
        self.atr = ATR(period)
        self.multiple, self.size = multiple, size
        self.previous = None

    def on_bar(self, ctx, bar):
        before = self.atr.value
        self.atr.update(bar)
        if self.previous is not None:
            if ctx.position == 0 and bar.close > self.previous.close + self.multiple * before:
                ctx.buy(self.size, tag="range breakout")
            elif ctx.position > 0 and bar.close < self.previous.low:
                ctx.close(tag="below the previous low")
        self.previous = bar
