"""Buys a new high of closes with high volume, leaves at a new low of closes."""

from glovebox import Strategy
from glovebox.indicators import SMA


class VolumeBreakout(Strategy):
    def __init__(self, entry=10, leave=5, volume=20, factor=1.5, share=0.4):
        self.entry, self.leave = entry, leave
        self.volume = SMA(volume)
        self.factor, self.share = factor, share

    def on_bar(self, ctx, bar):
        average = self.volume.update(bar.volume)
        closes = ctx.closes(self.entry + 1)
        if len(closes) <= self.entry:
            return
        before = closes[:-1]
        if ctx.position == 0:
            if bar.close > max(before) and bar.volume > self.factor * average:
                ctx.target_percent(self.share, tag="volume breakout")
        elif bar.close < min(before[-self.leave :]):
            ctx.close(tag="new low")
