"""Buys the highest close of 60 bars, leaves 8 % below the highest close since."""

from glovebox import Strategy


class NewHighHistory(Strategy):
    def __init__(self, lookback=60, fall=0.08, size=10):
        self.lookback, self.fall, self.size = lookback, fall, size
        self.peak = None

    def on_bar(self, ctx, bar):
        if ctx.position > 0:
            self.peak = bar.close if self.peak is None else max(self.peak, bar.close)
            if bar.close < self.peak * (1 - self.fall):
                ctx.close(tag="fell from the peak")
                self.peak = None
            return
        bars = ctx.history(self.lookback)
        if len(bars) < self.lookback:
            return
        if bar.close >= max(b.close for b in bars):
            ctx.buy(self.size, tag="new high")
            self.peak = bar.close
