from glovebox import Strategy


class Interval:
    def __init__(self, low, high):
        self.low, self.high = low, high

    def __contains__(self, price):
        return self.low <= price <= self.high

    def __or__(self, other):
        return Interval(min(self.low, other.low), max(self.high, other.high))

    def __len__(self):
        return 2

    def __repr__(self):
        return f"[{self.low:.2f}, {self.high:.2f}]"


class Ranges(Strategy):
    def __init__(self, n=10):
        self.n = n

    def on_bar(self, ctx, bar):
        past = ctx.history(self.n + 1)[:-1]
        if len(past) < self.n:
            return
        whole = Interval(past[0].low, past[0].high)
        for old in past[1:]:
            whole = whole | Interval(old.low, old.high)
        if bar.close not in whole:
            ctx.log(f"left {whole!r}")
            ctx.target(5 if bar.close > whole.high else 0)
