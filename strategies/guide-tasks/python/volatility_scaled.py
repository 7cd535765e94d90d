"""Keeps the position at 10 % yearly volatility, rebalanced every five bars."""

import math
import statistics

from glovebox import Strategy


class VolatilityScaled(Strategy):
    def __init__(self, target=0.10, window=30, every=5, periods=252):
        self.target, self.window = target, window
        self.every, self.periods = every, periods
        self.bars = 0

    def on_bar(self, ctx, bar):
        closes = ctx.closes(self.window + 1)
        if len(closes) <= self.window:
            return
        self.bars += 1
        if (self.bars - 1) % self.every != 0:
            return
        returns = [b / a - 1 for a, b in zip(closes, closes[1:])]
        volatility = statistics.stdev(returns) * math.sqrt(self.periods)
        if volatility <= 0:
            return
        ctx.target_percent(min(0.95, self.target / volatility), tag=f"vol {volatility:.3f}")
