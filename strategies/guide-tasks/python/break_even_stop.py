"""A stop that moves to the entry and then trails."""

from glovebox import Strategy
from glovebox.indicators import SMA


class BreakEvenStop(Strategy):
    def __init__(self, n=20, stop=0.03, even=0.03, trail_from=0.06, trail=0.04, size=25):
        self.sma = SMA(n)
        self.initial, self.even = stop, even
        self.trail_from, self.trail = trail_from, trail
        self.size = size
        self.entry = None
        self.stop = None
        self.peak = None

    def on_fill(self, ctx, fill):
        if fill.side == "BUY":
            self.entry = fill.price
            self.stop = fill.price * (1 - self.initial)
            self.peak = fill.price
        else:
            self.entry = self.stop = self.peak = None

    def on_bar(self, ctx, bar):
        mean = self.sma.update(bar.close)
        if ctx.position > 0 and self.entry is not None:
            self.peak = max(self.peak, bar.close)
            if self.peak >= self.entry * (1 + self.trail_from):
                self.stop = max(self.stop, self.peak * (1 - self.trail))
            elif self.peak >= self.entry * (1 + self.even):
                self.stop = max(self.stop, self.entry)
            if bar.close < self.stop:
                ctx.close(tag="stop")
        elif ctx.position == 0 and bar.close > mean and not ctx.orders:
            ctx.buy(self.size, tag="above the average")
