import math

from glovebox import Strategy
from glovebox.indicators import ZScore


class Score(Strategy):
    def __init__(self, n=25):
        self.score = ZScore(n)

    def on_bar(self, ctx, bar):
        z = self.score.update(bar.close)
        if math.isnan(z):
            return
        if z == 0.0:
            return
        weight = max(0.0, min(0.9, 0.45 - 0.3 * z))
        ctx.target_percent(round(weight, 1))
