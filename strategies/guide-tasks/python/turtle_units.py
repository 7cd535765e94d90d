"""Turtle rules: units sized by ATR, added each half ATR, one stop for all."""

from glovebox import Strategy
from glovebox.indicators import ATR, Donchian


class TurtleUnits(Strategy):
    def __init__(self, entry=20, risk=0.01, units=4, stop=2.0, step=0.5):
        self.channel, self.atr = Donchian(entry), ATR(20)
        self.risk, self.units, self.stop_multiple, self.step = risk, units, stop, step
        self.held = 0
        self.last_entry = None
        self.stop = None
        self.n = None

    def on_fill(self, ctx, fill):
        if fill.side == "BUY":
            self.last_entry = fill.price
            self.stop = fill.price - self.stop_multiple * self.n
        elif ctx.position == 0:
            self.held = 0
            self.last_entry = None
            self.stop = None

    def unit(self, ctx):
        return min(ctx.equity * self.risk / self.n, ctx.max_quantity())

    def on_bar(self, ctx, bar):
        ceiling = self.channel.value.upper
        self.channel.update(bar)
        atr = self.atr.update(bar)
        if not self.atr.ready or atr <= 0 or ctx.orders:
            return
        if ctx.position > 0:
            if self.stop is not None and bar.close < self.stop:
                ctx.close(tag="stop")
            elif (
                self.held < self.units
                and self.last_entry is not None
                and bar.close > self.last_entry + self.step * self.n
            ):
                if ctx.buy(self.unit(ctx), tag=f"unit {self.held + 1}") is not None:
                    self.held += 1
        elif bar.close > ceiling:
            self.n = atr
            if ctx.buy(self.unit(ctx), tag="unit 1") is not None:
                self.held = 1
