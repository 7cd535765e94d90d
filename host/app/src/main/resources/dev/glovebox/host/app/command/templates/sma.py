"""Long while the fast average is above the slow one: trades the crossing, not the level."""

from glovebox import Strategy
from glovebox.indicators import SMA, Crossover


class SmaCross(Strategy):
    def __init__(self, fast=10, slow=30, size=10):  # keyword defaults ARE the parameters
        self.fast, self.slow, self.cross, self.size = SMA(fast), SMA(slow), Crossover(), size

    def on_bar(self, ctx, bar):
        cross = self.cross.update(self.fast.update(bar.close), self.slow.update(bar.close))
        if cross > 0 and ctx.position == 0:
            ctx.buy(self.size)
        elif cross < 0 and ctx.position > 0:
            ctx.close()
