"""Momentum entries that leave by time, loss or gain."""

from glovebox import Strategy
from glovebox.indicators import ROC, Crossover


class TimeStop(Strategy):
    def __init__(self, period=5, bars=10, loss=0.03, gain=0.05, size=20):
        self.roc, self.cross = ROC(period), Crossover()
        self.bars, self.loss, self.gain, self.size = bars, loss, gain, size
        self.entry = None
        self.held = 0

    def on_fill(self, ctx, fill):
        self.entry = fill.price if fill.side == "BUY" else None
        self.held = 0

    def on_bar(self, ctx, bar):
        cross = self.cross.update(self.roc.update(bar.close), 0.0)
        if ctx.position > 0 and self.entry is not None:
            self.held += 1
            change = bar.close / self.entry - 1
            if self.held >= self.bars:
                ctx.close(tag="time")
            elif change <= -self.loss:
                ctx.close(tag="loss")
            elif change >= self.gain:
                ctx.close(tag="gain")
        elif cross > 0:
            ctx.buy(self.size, tag="roc positive")
