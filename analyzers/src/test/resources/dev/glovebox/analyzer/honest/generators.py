import itertools
from collections import Counter, defaultdict, namedtuple

from glovebox import Strategy

Point = namedtuple("Point", "time price")


def pairs(values):
    previous = None
    for value in values:
        if previous is not None:
            yield previous, value
        previous = value


class Streaks(Strategy):
    def __init__(self, length=3):
        self.length = length
        self.counts = defaultdict(int)
        self.days = Counter()

    def on_bar(self, ctx, bar):
        moves = [b - a for a, b in pairs(ctx.closes(self.length + 1))]
        self.counts[bar.instrument] += 1
        self.days.update([ctx.now.weekday()])
        total = 0
        while total < 3:
            total += 1
        if len(moves) == self.length and (up := all(m > 0 for m in moves)):
            ctx.buy(1)
            assert up
        for key, group in itertools.groupby(moves, key=lambda m: m > 0):
            if not key:
                ctx.log(str(len(list(group))))
                break
        else:
            ctx.log("rising")
        point = Point(ctx.now, bar.close)
        point = point._replace(price=0.0)
