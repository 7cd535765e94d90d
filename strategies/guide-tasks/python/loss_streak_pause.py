"""RSI trades that pause after two losses in a row."""

from glovebox import Strategy
from glovebox.indicators import RSI


class LossStreakPause(Strategy):
    def __init__(self, period=5, low=35.0, high=60.0, size=30, streak=2, pause=15):
        self.rsi = RSI(period)
        self.low, self.high, self.size = low, high, size
        self.streak, self.pause = streak, pause
        self.entry = None
        self.losses = 0
        self.skip = 0

    def on_fill(self, ctx, fill):
        if fill.side == "BUY":
            self.entry = fill.price
            return
        if self.entry is not None and fill.price < self.entry:
            self.losses += 1
        else:
            self.losses = 0
        self.entry = None
        if self.losses >= self.streak:
            self.skip = self.pause
            self.losses = 0

    def on_bar(self, ctx, bar):
        rsi = self.rsi.update(bar.close)
        if ctx.position > 0:
            if rsi > self.high:
                ctx.close(tag="recovered")
            return
        if self.skip > 0:
            self.skip -= 1
            return
        if rsi < self.low:
            ctx.buy(self.size, tag="oversold")
