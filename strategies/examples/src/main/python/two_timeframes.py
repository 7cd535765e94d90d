"""Buys dips of days while the trend of weeks is up: two intervals, one of them folded."""

from glovebox import Strategy
from glovebox.bars import Fold
from glovebox.indicators import EMA, Stochastic


class TwoTimeframes(Strategy):
    """The weekly average moves only when a week has closed."""

    def __init__(self, weeks=6, days=10, low=30.0, high=80.0, size=20):
        self.week, self.trend = Fold("1w"), EMA(weeks)
        self.stochastic = Stochastic(days, 3)
        self.low, self.high, self.size = low, high, size
        self.rising = False

    def on_bar(self, ctx, bar):
        week = self.week.update(bar)
        if week is not None:
            self.rising = week.close > self.trend.update(week.close)
        k = self.stochastic.update(bar).k
        if ctx.position == 0 and self.rising and k < self.low:
            ctx.buy(self.size, tag="dip")
        elif ctx.position > 0 and (k > self.high or not self.rising):
            ctx.close(tag="high" if k > self.high else "trend over")
