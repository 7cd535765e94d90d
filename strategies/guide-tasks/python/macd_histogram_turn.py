"""Buys when a negative MACD histogram has risen three bars in a row, sells after three falls."""

from collections import deque

from glovebox import Strategy
from glovebox.indicators import MACD


class MacdHistogramTurn(Strategy):
    def __init__(self, bars=3, size=15):
        self.macd = MACD(12, 26, 9)
        self.bars = bars
        self.size = size
        self.histograms = deque(maxlen=bars + 1)

    def on_bar(self, ctx, bar):
        value = self.macd.update(bar.close)
        if not self.macd.ready:
            return
        self.histograms.append(value.histogram)
        if len(self.histograms) <= self.bars:
            return
        values = list(self.histograms)
        rising = all(b > a for a, b in zip(values, values[1:]))
        falling = all(b < a for a, b in zip(values, values[1:]))
        if ctx.position == 0 and rising and value.histogram < 0:
            ctx.buy(self.size, tag="histogram rises")
        elif ctx.position > 0 and falling:
            ctx.close(tag="histogram falls")
