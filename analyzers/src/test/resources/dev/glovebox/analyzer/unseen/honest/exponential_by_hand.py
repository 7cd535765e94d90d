from glovebox import Strategy


class Smoothed(Strategy):
    def __init__(self, alpha=0.06):
        self.alpha = alpha
        self.level = self.trend = None

    def on_bar(self, ctx, bar):
        if self.level is None:
            self.level, self.trend = bar.close, 0.0
            return
        before = self.level
        self.level = self.alpha * bar.close + (1 - self.alpha) * (self.level + self.trend)
        self.trend += self.alpha * (self.level - before - self.trend)
        ctx.target(10 if self.trend > 0 else 0)
