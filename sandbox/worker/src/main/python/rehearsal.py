"""Our own sample: what a worker that was started ahead runs while it waits."""

import math
from collections import deque
from dataclasses import dataclass
from datetime import timedelta

from glovebox import Strategy
from glovebox.indicators import SMA, Crossover


@dataclass
class Mark:
    """A level to remember."""

    level: float
    since: int


class Rehearsal(Strategy):
    """Buys and sells in turn, and looks at what strategies look at."""

    def __init__(self, fast=5, slow=20, share=0.5):
        self.fast = SMA(fast)
        self.slow = SMA(slow)
        self.cross = Crossover()
        self.share = share
        self.closes = deque(maxlen=20)
        self.seen = {}
        self.mark = None

    def on_start(self, ctx):
        ctx.log(f"starts at {ctx.now}")

    def on_bar(self, ctx, bar):
        self.closes.append(bar.close)
        slow = self.slow.update(bar.close)
        cross = self.cross.update(self.fast.update(bar.close), slow)
        day = (ctx.now - timedelta(days=1)).isocalendar()[2]
        self.seen[day] = self.seen.get(day, 0) + 1
        if self.mark is None and not math.isnan(slow):
            self.mark = Mark(max(self.closes), len(ctx.history(3)))
        if ctx.bar_index % 10 == 3:
            ctx.buy(1, tag=f"{cross} {slow:.2f}")
        elif ctx.bar_index % 10 == 7:
            ctx.target(ctx.position - 1)
        elif ctx.random.random() < self.share:
            self.seen["cash"] = ctx.cash

    def on_fill(self, ctx, fill):
        ctx.log(f"{fill.side} {fill.quantity:g} at {fill.price:g}: {fill.tag}")

    def on_stop(self, ctx):
        ctx.log(f"{len(self.seen)} days")
