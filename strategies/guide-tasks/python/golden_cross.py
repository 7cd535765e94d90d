"""Buys when SMA 20 crosses above SMA 50, sells everything when it crosses below."""

from glovebox import Strategy
from glovebox.indicators import SMA, Crossover


class GoldenCross(Strategy):
    def __init__(self, fast=20, slow=50, size=20):
        self.fast, self.slow, self.cross = SMA(fast), SMA(slow), Crossover()
        self.size = size

    def on_bar(self, ctx, bar):
        cross = self.cross.update(self.fast.update(bar.close), self.slow.update(bar.close))
        if cross > 0 and ctx.position == 0:
            ctx.buy(self.size, tag="golden cross")
        elif cross < 0 and ctx.position > 0:
            ctx.close(tag="death cross")
