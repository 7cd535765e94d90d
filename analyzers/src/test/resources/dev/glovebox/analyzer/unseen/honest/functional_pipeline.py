"""Everything a small function, composed with reduce."""

from functools import reduce

from glovebox import Strategy


def changes(closes):
    return [b / a - 1 for a, b in zip(closes, closes[1:])]


def positive(values):
    return [v for v in values if v > 0]


def share(values, of):
    return len(values) / max(1, len(of))


def compose(*steps):
    return lambda x: reduce(lambda held, step: step(held), steps, x)


class Breadth(Strategy):
    def __init__(self, n=30, enough=0.55):
        self.n, self.enough = n, enough

    def on_bar(self, ctx, bar):
        moves = changes(ctx.closes(self.n))
        rising = compose(positive, lambda p: share(p, moves))(moves)
        ctx.target_percent(0.9 if rising > self.enough else 0.0)
