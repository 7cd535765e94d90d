from glovebox import Strategy


class Series:
    def __init__(self, values):
        self.values = tuple(values)

    def diff(self):
        return Series(b - a for a, b in zip(self.values, self.values[1:]))

    def tail(self, n):
        return Series(self.values[-n:])

    def where(self, keep):
        return Series(v for v in self.values if keep(v))

    def sum(self):
        return sum(self.values)


class Fluent(Strategy):
    def __init__(self, n=14):
        self.n = n

    def on_bar(self, ctx, bar):
        moves = Series(ctx.closes(100)).diff().tail(self.n)
        up = moves.where(lambda v: v > 0).sum()
        down = -moves.where(lambda v: v < 0).sum()
        ctx.target(6 if up > 1.5 * down else 0)
