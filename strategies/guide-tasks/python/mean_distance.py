"""Holds more the further the close lies below its average."""

from glovebox import Strategy
from glovebox.indicators import SMA


class MeanDistance(Strategy):
    def __init__(self, n=30, step=0.002, most=50, change=5):
        self.sma = SMA(n)
        self.step, self.most, self.change = step, most, change

    def on_bar(self, ctx, bar):
        mean = self.sma.update(bar.close)
        if not self.sma.ready:
            return
        below = (mean - bar.close) / mean
        wanted = min(self.most, int(below / self.step)) if below > 0 else 0
        if abs(wanted - ctx.position) >= self.change:
            ctx.target(wanted, tag=f"{below:.4f} below")
        elif wanted == 0 and ctx.position > 0:
            ctx.close(tag="above the mean")
