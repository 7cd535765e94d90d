from bisect import bisect_left, insort

from glovebox import Strategy


class Percentile(Strategy):
    def __init__(self, window=100, low=0.1, high=0.9):
        self.window, self.low, self.high = window, low, high
        self.order, self.ranked = [], []

    def on_bar(self, ctx, bar):
        self.order.append(bar.volume)
        insort(self.ranked, bar.volume)
        if len(self.order) > self.window:
            old = self.order.pop(0)
            del self.ranked[bisect_left(self.ranked, old)]
        rank = bisect_left(self.ranked, bar.volume) / len(self.ranked)
        if rank > self.high and bar.close > bar.open:
            ctx.target(3)
        elif rank < self.low:
            ctx.target(0)
