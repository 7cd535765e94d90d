from glovebox import Strategy
from glovebox.indicators import SMA
class Grid(Strategy):
    """Levels of a grid below the start."""
    def __init__(self, step=0.02, levels=10, size=5):
        self.step, self.n, self.size = step, levels, size
        self.levels = None
        self.filled = 0
    def on_bar(self, ctx, bar):
        if self.levels is None:
            self.levels = [bar.close * (1 - self.step * i) for i in range(self.n + 1)]
        if self.filled < self.n and bar.close < self.levels[self.filled + 1]:
            ctx.buy(self.size, tag=f"level {self.filled + 1}")
            self.filled += 1
        elif self.filled > 0 and bar.close > self.levels[self.filled - 1]:
            ctx.sell(self.size)
            self.filled -= 1
