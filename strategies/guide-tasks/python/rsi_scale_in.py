"""Buys in up to three steps as the RSI crosses below 40, sells all above 60."""

from glovebox import Strategy
from glovebox.indicators import RSI


class RsiScaleIn(Strategy):
    def __init__(self, period=14, low=40.0, high=60.0, step=10, steps=3):
        self.rsi = RSI(period)
        self.low, self.high = low, high
        self.step, self.steps = step, steps
        self.bought = 0
        self.last = None

    def on_bar(self, ctx, bar):
        rsi = self.rsi.update(bar.close)
        if not self.rsi.ready:
            return
        crossed = self.last is not None and self.last >= self.low and rsi < self.low
        if crossed and self.bought < self.steps:
            if ctx.buy(self.step, tag=f"step {self.bought + 1}") is not None:
                self.bought += 1
        elif rsi > self.high and ctx.position > 0:
            ctx.close(tag="recovered")
            self.bought = 0
        self.last = rsi
