"""Buys a close above the 20-bar channel, sells below the 10-bar channel."""

from glovebox import Strategy
from glovebox.indicators import Donchian


class DonchianBreakout(Strategy):
    def __init__(self, entry=20, leave=10, size=20):
        self.entry, self.leave = Donchian(entry), Donchian(leave)
        self.size = size

    def on_bar(self, ctx, bar):
        ceiling = self.entry.value.upper
        floor = self.leave.value.lower
        self.entry.update(bar)
        self.leave.update(bar)
        if ctx.position == 0 and bar.close > ceiling:
            ctx.buy(self.size, tag="breakout")
        elif ctx.position > 0 and bar.close < floor:
            ctx.close(tag="breakdown")
