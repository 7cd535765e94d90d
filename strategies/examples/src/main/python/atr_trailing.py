"""Buys strength, sized by risk; leaves when the close falls below a stop that only rises."""

from glovebox import Strategy
from glovebox.indicators import ATR, ROC


class AtrTrailing(Strategy):
    """The distance of the stop and the size both come from the average true range."""

    def __init__(self, window=14, momentum=10, threshold=2.0, multiple=2.5, risk=0.02):
        self.atr, self.roc = ATR(window), ROC(momentum)
        self.threshold, self.multiple, self.risk = threshold, multiple, risk
        self.stop = 0.0

    def on_bar(self, ctx, bar):
        atr, momentum = self.atr.update(bar), self.roc.update(bar.close)
        if ctx.position > 0:
            self.stop = max(self.stop, bar.close - self.multiple * atr)
            if bar.close < self.stop:
                ctx.close(tag="trailing stop")
        elif momentum > self.threshold and self.atr.ready:
            distance = self.multiple * atr
            quantity = ctx.equity * self.risk / distance
            ctx.buy(min(quantity, ctx.max_quantity()), tag="strength")
            self.stop = bar.close - distance
