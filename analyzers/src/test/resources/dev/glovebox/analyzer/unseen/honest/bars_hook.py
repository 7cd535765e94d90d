from collections import defaultdict, deque

from glovebox import Strategy


class ManyBars(Strategy):
    def __init__(self, n=10):
        self.n = n
        self.seen = defaultdict(lambda: deque(maxlen=n))

    def on_bars(self, ctx, bars):
        for bar in bars:
            seen = self.seen[bar.instrument]
            seen.append(bar.close)
            if len(seen) == self.n and bar.close >= max(seen):
                ctx.target(2)
            elif bar.close <= min(seen):
                ctx.target(0)
