"""Hull moving average from weighted averages; trades its change of direction."""

import math
from collections import deque

from glovebox import Strategy


def weighted_average(values):
    weights = range(1, len(values) + 1)
    return sum(w * v for w, v in zip(weights, values)) / sum(weights)


def raw_hull(closes, n):
    half = closes[-(n // 2) :]
    return 2 * weighted_average(half) - weighted_average(closes[-n:])


class HullOwn(Strategy):
    def __init__(self, period=16, size=10):
        self.period = period
        self.smooth = round(math.sqrt(period))
        self.size = size
        self.raw = deque(maxlen=self.smooth)
        self.last = None
        self.rising = None

    def on_bar(self, ctx, bar):
        closes = ctx.closes(self.period)
        if len(closes) < self.period:
            return
        self.raw.append(raw_hull(closes, self.period))
        if len(self.raw) < self.smooth:
            return
        hull = weighted_average(list(self.raw))
        if self.last is not None and hull != self.last:
            rising = hull > self.last
            if self.rising is not None and rising != self.rising:
                if rising and ctx.position == 0:
                    ctx.buy(self.size, tag="hull turns up")
                elif not rising and ctx.position > 0:
                    ctx.close(tag="hull turns down")
            self.rising = rising
        self.last = hull
