from glovebox import Strategy


def helper(given, number):
    given.position = number  # PY110
    number.x = 1  # PY405
    given._intents  # PY107


class Keeps(Strategy):  # PY903
    def on_start(self, ctx):
        self.context = ctx
        self.state = object()
        self.lower(ctx)

    def lower(self, where):
        where.cash = 1  # PY110
        del where.equity  # PY110

    def on_bar(self, ctx, bar):
        c = ctx
        d = c
        d.position = 5  # PY110
        helper(d, 3)
        self.context.cash = 10**6  # PY110
        self.context._run  # PY107
        del self.context.cash  # PY110
        kept = self.context
        kept.cash += 1  # PY110
        [kept.cash for kept.cash in (1, 2)]  # PY110
        with open_nothing() as kept.cash:  # PY104 PY110
            pass
        self.state.count = 1

    def on_bars(self, ctx, bars):
        for one in bars:
            one.close = 1  # PY110
        [each._raw for each in ctx.history(3)]  # PY107
        kind = type(ctx)
        kind.now = 1  # PY110
        (same := ctx).cash = 1  # PY110
        ctx.params["size"] = 2  # PY110
        del ctx.orders[0]  # PY110
        ctx.orders.append(1)  # PY110
        self.on_bar = None  # PY110
        self.sums = {}
        self.sums["a"] = bars[0].close
        values = list(bars)
        values.append(1)
