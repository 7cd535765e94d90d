"""Trades crossings of %K and %D in the extreme zones of the slow stochastic."""

from glovebox import Strategy
from glovebox.indicators import Crossover, Stochastic


class StochasticCross(Strategy):
    def __init__(self, low=30.0, high=70.0, size=15):
        self.stochastic = Stochastic(14, 3, 3)
        self.cross = Crossover()
        self.low, self.high, self.size = low, high, size

    def on_bar(self, ctx, bar):
        value = self.stochastic.update(bar)
        cross = self.cross.update(value.k, value.d)
        if cross > 0 and value.k < self.low and ctx.position == 0:
            ctx.buy(self.size, tag="cross up")
        elif cross < 0 and value.k > self.high and ctx.position > 0:
            ctx.close(tag="cross down")
