from functools import lru_cache

from glovebox import Strategy


@lru_cache(maxsize=64)
def weights(n):
    total = n * (n + 1) / 2
    return tuple(i / total for i in range(1, n + 1))


class Weighted(Strategy):
    def __init__(self, n=21):
        self.n = n

    def on_bar(self, ctx, bar):
        closes = ctx.closes(self.n)
        mean = sum(w * c for w, c in zip(weights(len(closes)), closes))
        ctx.target(8 if bar.close > mean else 0)
