"""Crossings of the close and its average, sized so that the stop costs 1 % of equity."""

from glovebox import Strategy
from glovebox.indicators import SMA, Crossover


class FixedFraction(Strategy):
    def __init__(self, n=20, risk=0.01, stop=0.04):
        self.sma, self.cross = SMA(n), Crossover()
        self.risk, self.stop = risk, stop
        self.level = None

    def on_bar(self, ctx, bar):
        cross = self.cross.update(bar.close, self.sma.update(bar.close))
        if ctx.position > 0:
            if self.level is not None and bar.close < self.level:
                ctx.close(tag="stop")
            elif cross < 0:
                ctx.close(tag="cross down")
        elif cross > 0:
            self.level = bar.close * (1 - self.stop)
            quantity = ctx.equity * self.risk / (bar.close - self.level)
            ctx.buy(min(quantity, ctx.max_quantity()), tag="cross up")
