from decimal import Decimal, getcontext
from glovebox import Strategy
import math

Strategy.on_bar = None  # PY110
del Strategy.on_bar  # PY110
alias = Strategy
alias.on_bar = None  # PY110
Decimal.quantize = None  # PY110
math.pi = 3  # PY110
float.x = 1  # PY110
getcontext().prec = 10**9  # PY403


class Own:
    count = 0


class S(Strategy):
    def on_bar(self, ctx, bar):
        bar.close = 1  # PY110
        ctx.position = 5  # PY110
        Own.count += 1  # PY110
        S.count = 1  # PY110
        type(self).count = 1  # PY110
        self.__class__.count = 1  # PY105
        ctx._host.go()  # PY107
        bar.x._raw  # PY107
        self._Strategy__host  # PY107
        thing = Own()
        thing.size = 1  # PY405
        thing._size  # PY406
        for bar.close in [1]:  # PY110
            pass

    @classmethod
    def make(cls):
        cls.count = 1  # PY110

    def on_fill(self, ctx, fill):
        object.__setattr__(ctx, "position", 5)  # PY105
        object.__setattr__(self, "__class__", float)  # PY105 PY119
        float.__setattr__(self, "x", 5)  # PY105
        setter = object.__setattr__  # PY105
