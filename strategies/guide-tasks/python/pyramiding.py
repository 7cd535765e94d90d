"""Buys a new high and adds for each 3 % gained, leaves 5 % below the highest close."""

from glovebox import Strategy


class Pyramiding(Strategy):
    def __init__(self, lookback=15, step=0.03, fall=0.05, size=10, times=5):
        self.lookback, self.step, self.fall = lookback, step, fall
        self.size, self.times = size, times
        self.count = 0
        self.last_price = None
        self.peak = 0.0

    def on_fill(self, ctx, fill):
        if fill.side == "BUY":
            self.last_price = fill.price

    def on_bar(self, ctx, bar):
        if ctx.orders:
            return
        if ctx.position > 0:
            self.peak = max(self.peak, bar.close)
            if bar.close < self.peak * (1 - self.fall):
                ctx.close(tag="fell from the peak")
                self.count = 0
            elif self.count < self.times and bar.close >= self.last_price * (1 + self.step):
                ctx.buy(self.size, tag="add")
                self.count += 1
            return
        closes = ctx.closes(self.lookback + 1)
        if len(closes) > self.lookback and bar.close > max(closes[:-1]):
            ctx.buy(self.size, tag="new high")
            self.count = 1
            self.peak = bar.close
