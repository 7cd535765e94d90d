"""Holds 90 % of equity while three EMAs are stacked upward."""

from glovebox import Strategy
from glovebox.indicators import EMA


class TripleEma(Strategy):
    def __init__(self, fast=5, middle=13, slow=34, share=0.9):
        self.fast, self.middle, self.slow = EMA(fast), EMA(middle), EMA(slow)
        self.share = share

    def on_bar(self, ctx, bar):
        fast = self.fast.update(bar.close)
        middle = self.middle.update(bar.close)
        slow = self.slow.update(bar.close)
        if not self.slow.ready:
            return
        stacked = fast > middle > slow
        if stacked and ctx.position == 0:
            ctx.target_percent(self.share, tag="stacked")
        elif not stacked and ctx.position > 0:
            ctx.close(tag="no longer stacked")
