"""A strategy that touches what strategies usually touch; caches are recorded from its run."""

import math
from collections import deque
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from glovebox import Strategy
from glovebox.bars import Fold
from glovebox.indicators import ATR, EMA, RSI, SMA, Bollinger, Crossover

WINDOW = 20


@dataclass
class Mark:
    """A level to remember."""

    level: float
    since: int


def spread(values):
    """Highest less lowest."""
    ordered = sorted(values)
    return ordered[-1] - ordered[0]


class Rehearsal(Strategy):
    """Buys crossings upward, closes on crossings downward."""

    warmup_bars = 5

    def __init__(self, fast=5, slow=20, size=1, share=0.5, label="rehearsal"):
        self.fast = SMA(fast)
        self.slow = SMA(slow)
        self.trend = EMA(slow)
        self.cross = Crossover()
        self.rsi, self.bands, self.atr, self.week = RSI(14), Bollinger(slow), ATR(14), Fold("1w")
        self.size = size
        self.share = share
        self.label = label
        self.closes = deque(maxlen=WINDOW)
        self.mark = None
        self.seen = {}

    def on_start(self, ctx):
        ctx.log(f"{self.label} starts at {ctx.now}")

    def on_bar(self, ctx, bar):
        self.closes.append(bar.close)
        fast = self.fast.update(bar.close)
        slow = self.slow.update(bar.close)
        self.trend.update(bar.close)
        self.rsi.update(bar.close)
        bands = self.bands.update(bar.close)
        width = max(bands.upper - bands.lower, self.atr.update(bar))
        if self.week.update(bar) and width > bar.close:
            ctx.log(f"wide: {width:.2f}")
        cross = self.cross.update(fast, slow)
        week = (ctx.now - timedelta(days=1)).isocalendar()[1]
        self.seen[week] = self.seen.get(week, 0) + 1
        if len(self.closes) == WINDOW and not math.isnan(slow):
            wide = spread(self.closes)
            if wide > 0 and self.mark is None:
                self.mark = Mark(wide, len(ctx.history(3)))
        if cross > 0 and ctx.position == 0:
            order = ctx.buy(self.size, tag="up")
            ctx.log(f"{order} {fast:.2f} {slow:.2f}")
        elif cross < 0 and ctx.position > 0:
            ctx.close(tag="down")
        elif ctx.random.random() < 0.01 and ctx.position == 0:
            ctx.buy(ctx.size_for(ctx.equity * self.share))
        elif ctx.random.random() < 0.01 and bar.exact.close > Decimal("1"):
            print("level", bar.close, ctx.max_quantity())

    def on_fill(self, ctx, fill):
        ctx.log(f"{fill.side} {fill.quantity:g} at {fill.price:g}: {fill.tag}")

    def on_order(self, ctx, order):
        ctx.log(f"{order.id} {order.status} {order.code}")

    def on_stop(self, ctx):
        ctx.log(f"{len(self.seen)} weeks, cash {ctx.cash:.2f}")
