"""Buys the break of an inside bar's high, leaves after five bars."""

from glovebox import Strategy


class InsideBar(Strategy):
    def __init__(self, hold=5, size=20):
        self.hold, self.size = hold, size
        self.held = 0

    def on_fill(self, ctx, fill):
        self.held = 0

    def on_bar(self, ctx, bar):
        if ctx.position > 0:
            self.held += 1
            if self.held >= self.hold:
                ctx.close(tag="five bars")
            return
        bars = ctx.history(3)
        if len(bars) < 3 or ctx.orders:
            return
        mother, inside, current = bars
        is_inside = inside.high <= mother.high and inside.low >= mother.low
        if is_inside and current.close > inside.high:
            ctx.buy(self.size, tag="inside bar break")
