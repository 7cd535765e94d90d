from collections import deque
from statistics import fmean

from glovebox import Strategy


class Kelly(Strategy):
    def __init__(self, trades=20, start=0.2, hold=5):
        self.results, self.start, self.hold = deque(maxlen=trades), start, hold
        self.entry, self.age = None, 0

    def share(self):
        wins = [r for r in self.results if r > 0]
        losses = [-r for r in self.results if r <= 0]
        if len(wins) < 3 or len(losses) < 3:
            return self.start
        p, ratio = len(wins) / len(self.results), fmean(wins) / max(1e-9, fmean(losses))
        return max(0.0, min(0.8, p - (1 - p) / ratio))

    def on_fill(self, ctx, fill):
        if fill.side == "BUY":
            self.entry, self.age = fill.price, 0
        elif self.entry:
            self.results.append(fill.price / self.entry - 1)
            self.entry = None

    def on_bar(self, ctx, bar):
        if ctx.position > 0:
            self.age += 1
            if self.age >= self.hold:
                ctx.close()
        elif bar.close < bar.open:
            ctx.target_percent(self.share())
