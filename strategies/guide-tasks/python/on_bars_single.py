"""One average for each instrument, all bars of a set at once."""

from glovebox import Strategy
from glovebox.indicators import SMA


class OnBarsSingle(Strategy):
    def __init__(self, n=10, size=10):
        self.n, self.size = n, size
        self.averages = {}

    def on_bars(self, ctx, bars):
        for bar in bars:
            if bar.instrument not in self.averages:
                self.averages[bar.instrument] = SMA(self.n)
            mean = self.averages[bar.instrument].update(bar.close)
            position = ctx.position_of(bar.instrument)
            if bar.close > mean and position == 0:
                ctx.buy(self.size, instrument=bar.instrument, tag="above")
            elif bar.close < mean and position > 0:
                ctx.close(bar.instrument, tag="below")
