"""Follows the trend: long while a fast EMA is above a slow one by more than a band."""

from glovebox import Strategy
from glovebox.indicators import EMA


class EmaTrend(Strategy):
    """The band keeps it from trading when the averages only touch."""

    def __init__(self, fast=12, slow=26, band=0.002, share=0.95):
        self.fast = EMA(fast)
        self.slow = EMA(slow)
        self.band = band
        self.share = share
        self.warmup = slow

    def warmup_bars(self):
        return self.warmup

    def on_bar(self, ctx, bar):
        fast = self.fast.update(bar.close)
        slow = self.slow.update(bar.close)
        if fast > slow * (1 + self.band) and ctx.position == 0:
            ctx.buy(ctx.size_for(ctx.equity * self.share), tag="trend up")
        elif fast < slow and ctx.position > 0:
            ctx.close(tag="trend over")

    def on_fill(self, ctx, fill):
        ctx.log(f"{fill.side} {fill.quantity:g} at {fill.price:g}: {fill.tag}")
