import heapq

from glovebox import Strategy


class WorstDays(Strategy):
    """Out while the newest change is among the worst k of n."""

    def __init__(self, n=60, k=3):
        self.n, self.k = n, k

    def on_bar(self, ctx, bar):
        closes = ctx.closes(self.n + 1)
        moves = [b - a for a, b in zip(closes[:-1], closes[1:])]
        worst = heapq.nsmallest(self.k, moves)
        if moves and moves[-1] in worst:
            ctx.target(0)
        else:
            ctx.target(4)
