"""Three sizes by the z-score of the close."""

from glovebox import Strategy
from glovebox.indicators import ZScore


class ZScoreBands(Strategy):
    def __init__(self, n=20, small=0.3, large=0.6):
        self.zscore = ZScore(n)
        self.small, self.large = small, large
        self.weight = 0.0

    def on_bar(self, ctx, bar):
        z = self.zscore.update(bar.close)
        if not self.zscore.ready:
            return
        if z > 0:
            weight = 0.0
        elif z >= -1:
            weight = self.small
        else:
            weight = self.large
        if weight != self.weight:
            self.weight = weight
            ctx.target_percent(weight, tag=f"z {z:.2f}")
