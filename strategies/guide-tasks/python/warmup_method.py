"""EMA trend with a warm-up by a method of the parameters."""

from glovebox import Strategy
from glovebox.indicators import EMA


class WarmupMethod(Strategy):
    def __init__(self, fast=8, slow=21, size=0.8):
        self.fast, self.slow = EMA(fast), EMA(slow)
        self.bars = slow
        self.size = size

    def warmup_bars(self):
        return self.bars

    def on_bar(self, ctx, bar):
        fast = self.fast.update(bar.close)
        slow = self.slow.update(bar.close)
        if ctx.warming_up:
            return
        if fast > slow and ctx.position == 0:
            ctx.target_percent(self.size, tag="up")
        elif fast <= slow and ctx.position > 0:
            ctx.close(tag="down")
