from abc import ABC, abstractmethod

from glovebox import Strategy
from glovebox.indicators import EMA, ROC


class Signal(ABC):
    @abstractmethod
    def vote(self, bar) -> int:
        """+1, 0 or -1."""


class Slope(Signal):
    def __init__(self, n):
        self.ema, self.last = EMA(n), float("nan")

    def vote(self, bar):
        before, self.last = self.last, self.ema.update(bar.close)
        return (self.last > before) - (self.last < before)


class Momentum(Signal):
    def __init__(self, n):
        self.roc = ROC(n)

    def vote(self, bar):
        value = self.roc.update(bar.close)
        return 1 if value > 2 else -1 if value < -2 else 0


class Council(Strategy):
    def __init__(self, quick=8, slow=21, majority=2):
        self.signals = (Slope(quick), Slope(slow), Momentum(slow))
        self.majority = majority

    def on_bar(self, ctx, bar):
        votes = sum(signal.vote(bar) for signal in self.signals)
        if votes >= self.majority and ctx.position == 0:
            ctx.buy(ctx.max_quantity() * 0.9)
        elif votes <= -self.majority and ctx.position > 0:
            ctx.close()
