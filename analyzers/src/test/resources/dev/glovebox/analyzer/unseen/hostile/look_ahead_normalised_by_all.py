from statistics import fmean, pstdev

from glovebox import Strategy


class Scaled(Strategy):
    def __init__(self):
        self.everything = []

    def on_bar(self, ctx, bar):
        self.everything.append(bar.close)
        mean, spread = fmean(self.everything), pstdev(self.everything)
        scores = [(p - mean) / spread for p in self.everything] if spread else []
        wins = sum(1 for a, b in zip(scores, scores[1:]) if a < -1 and b > a)
        if wins > 3 and scores[-1] < -1:
            ctx.buy(1)
