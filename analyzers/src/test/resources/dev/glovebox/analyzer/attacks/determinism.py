from functools import reduce

from glovebox import Strategy

NAMES = frozenset(["carry", "momentum"])


class Key:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return hash(self.name)


class Chance(Strategy):
    def __init__(self):
        self.levels = set()

    def on_bar(self, ctx, bar):
        self.levels.add(bar.close)
        for level in self.levels:  # PY651
            if bar.close > level:
                ctx.buy(1)
        for name in NAMES | {"value"}:  # PY651
            break
        for name in {"a": 1}.keys() & {"b": 2}.keys():  # PY651
            break
        a, b = {"x", "y"}  # PY651
        a = next(iter(self.levels))  # PY651
        a = self.levels.pop()  # PY651
        a = list(self.levels)  # PY651
        a = [level * 2 for level in self.levels]  # PY651
        a = [*self.levels]  # PY651
        a = ",".join({"a", "b"})  # PY651
        a = reduce(max, self.levels)  # PY651
        a = sorted(self.levels) + sorted(level * 2 for level in self.levels)
        a = max(self.levels), len(self.levels), bar.close in self.levels
        a = hash(bar.instrument) % 2  # PY652
        a = sorted(["a", "b"], key=hash)  # PY652
        a = bar.instrument.__hash__()  # PY652
        a = ctx.position is 0  # PY653
        a = bar.instrument is not "AAPL"  # PY653
        a = bar.close is bar.open  # PY653
        a = self.levels is None or a is True
        ctx.random.seed(7)  # PY654
        change = bar.close - bar.open
        a = change == 0.1  # PY655
        a = bar.close == 150.25 or ctx.equity == 100_000.0 * 1.1  # PY655
        a = bar.close / bar.open != b  # PY655
        a = change == 0 or change != change or bar.close == bar.open
        a = id(bar)  # PY203
