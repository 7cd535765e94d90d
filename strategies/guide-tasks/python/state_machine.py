"""WAIT, ARMED, LONG: a state machine over an average."""

from enum import Enum

from glovebox import Strategy
from glovebox.indicators import SMA


class State(Enum):
    WAIT = "wait"
    ARMED = "armed"
    LONG = "long"


class StateMachine(Strategy):
    def __init__(self, n=30, pullback=0.02, gain=0.04, size=20):
        self.sma = SMA(n)
        self.pullback, self.gain, self.size = pullback, gain, size
        self.state = State.WAIT
        self.high = 0.0
        self.entry = None

    def on_fill(self, ctx, fill):
        if fill.side == "BUY":
            self.entry = fill.price
        else:
            self.entry = None

    def on_bar(self, ctx, bar):
        mean = self.sma.update(bar.close)
        if not self.sma.ready:
            return
        if self.state is State.WAIT:
            if bar.close > mean:
                self.state = State.ARMED
                self.high = bar.high
        elif self.state is State.ARMED:
            self.high = max(self.high, bar.high)
            if bar.close <= self.high * (1 - self.pullback):
                ctx.buy(self.size, tag="pullback")
                self.state = State.LONG
        elif self.state is State.LONG:
            gained = self.entry is not None and bar.close >= self.entry * (1 + self.gain)
            if ctx.position > 0 and (gained or bar.close < mean):
                ctx.close(tag="gain" if gained else "below the average")
                self.state = State.WAIT

    def on_order(self, ctx, order):
        if order.side == "BUY":
            self.state = State.WAIT
