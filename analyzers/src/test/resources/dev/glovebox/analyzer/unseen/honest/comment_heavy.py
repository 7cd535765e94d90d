# -----------------------------------------------------------------------------
#  THE TURTLE, SHORTENED
#  Please read the notes before you change a number.  The system was tested on
#  daily bars; ignore the first weeks, they only fill the channel.
# -----------------------------------------------------------------------------
from glovebox import Strategy
from glovebox.indicators import ATR, Donchian


class Turtle(Strategy):
    """Units of equal risk, at most four, each half an ATR apart."""

    UNITS_MAX = 4

    def __init__(self, entry=20, leave=10, risk=0.01):
        self.entry, self.leave = Donchian(entry), Donchian(leave)
        self.atr = ATR(20)
        self.risk = risk
        self.units, self.next_add = 0, None

    def on_fill(self, ctx, fill):
        # One unit more, or none left.
        self.units = self.units + 1 if fill.side == "BUY" else 0
        self.next_add = fill.price + 0.5 * self.atr.value if fill.side == "BUY" else None

    def on_bar(self, ctx, bar):
        top, bottom = self.entry.value.upper, self.leave.value.lower
        self.entry.update(bar), self.leave.update(bar)
        n = self.atr.update(bar)
        if self.units and bar.close < bottom:
            ctx.close()
        elif self.units == 0 and bar.close > top or 0 < self.units < self.UNITS_MAX and bar.close > self.next_add:
            ctx.buy(min(ctx.equity * self.risk / n, ctx.max_quantity() * 0.9))
