from functools import cached_property, lru_cache

from glovebox import Strategy
from glovebox.indicators import EMA


@lru_cache(maxsize=None)
def weight(n: int) -> float:
    return 1 / (n + 1)


class Momentum(Strategy):
    def __init__(self, length=12, size=5):
        self._ema = EMA(length)
        self._size = size

    @property
    def size(self):
        return self._size

    @size.setter
    def size(self, value):
        self._size = value

    @cached_property
    def weights(self):
        return [weight(n) for n in range(10)]

    @staticmethod
    def rising(values):
        return all(a < b for a, b in zip(values, values[1:]))

    @classmethod
    def name(cls):
        return cls.__name__

    def on_bar(self, ctx, bar):
        value = self._ema.update(bar.close)
        closes = ctx.closes(10)
        if self._ema.ready and self.rising(closes) and bar.close > value:
            ctx.target(self.size)
        ctx.log("{} {:.2f}".format(self.name(), value))

    def __repr__(self):
        return f"{self.__class__.__name__}({self._size})"
