"""Holds as much as keeps the yearly volatility near a target; trades only for a real change."""

import math
import statistics

from glovebox import Strategy


def log_returns(closes):
    return [math.log(b / a) for a, b in zip(closes, closes[1:])]


class VolatilityTarget(Strategy):
    """Sizes a position, never times it."""

    def __init__(self, target=0.15, window=20, band=0.05, periods=252):
        self.target, self.window, self.band, self.periods = target, window, band, periods
        self.weight = 0.0

    def warmup_bars(self):
        return self.window

    def on_bar(self, ctx, bar):
        closes = ctx.closes(self.window + 1)
        if len(closes) <= self.window:
            return
        volatility = statistics.stdev(log_returns(closes)) * math.sqrt(self.periods)
        weight = min(0.95, self.target / volatility) if volatility > 0 else 0.0
        if abs(weight - self.weight) > self.band:
            self.weight = weight
            ctx.target_percent(weight, tag=f"weight {weight:.2f}")
