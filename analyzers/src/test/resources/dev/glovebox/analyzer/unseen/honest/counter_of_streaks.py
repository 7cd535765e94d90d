from collections import Counter
from itertools import groupby, pairwise

from glovebox import Strategy


class Streaks(Strategy):
    """Buys when a falling streak is as long as nine in ten were."""

    def __init__(self, n=250, percentile=0.9):
        self.n, self.percentile = n, percentile

    def on_bar(self, ctx, bar):
        signs = [b > a for a, b in pairwise(ctx.closes(self.n))]
        runs = [(up, len(list(group))) for up, group in groupby(signs)]
        lengths = Counter(length for up, length in runs if not up)
        total, seen, limit = sum(lengths.values()), 0, 0
        for limit in sorted(lengths):
            seen += lengths[limit]
            if seen >= total * self.percentile:
                break
        if runs and not runs[-1][0] and runs[-1][1] >= limit > 1:
            ctx.target(5)
        elif runs and runs[-1][0]:
            ctx.target(0)
