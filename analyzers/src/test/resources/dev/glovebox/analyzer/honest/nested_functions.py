from functools import partial, reduce
from operator import mul, itemgetter

from glovebox import Strategy


def make_filter(limit):
    count = 0

    def accept(value):
        nonlocal count
        count += 1
        return value > limit and count < 1_000_000

    return accept


class Nested(Strategy):
    def __init__(self, limit=0.5):
        self.accept = make_filter(limit)
        self.scale = partial(round, ndigits=2)

    def on_bar(self, ctx, bar):
        def change(values):
            return [b / a - 1 for a, b in zip(values, values[1:]) if a]

        product = reduce(mul, (1 + c for c in change(ctx.closes(5))), 1.0)
        table = {k: v for k, v in sorted({"a": product}.items(), key=itemgetter(1))}
        if self.accept(table["a"]):
            self.value = self.scale(product)
            ctx.buy(1)
