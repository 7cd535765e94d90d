from datetime import timedelta

from glovebox import Strategy


class Cooldown(Strategy):
    """After a loss, quiet for ten days."""

    def __init__(self, days=10):
        self.pause = timedelta(days=days)
        self.until, self.entry = None, 0.0

    def on_fill(self, ctx, fill):
        if fill.side == "BUY":
            self.entry = fill.price
        elif fill.price < self.entry:
            self.until = ctx.now + self.pause

    def on_bar(self, ctx, bar):
        if self.until is not None and ctx.now < self.until:
            return
        if ctx.position == 0 and bar.close > bar.open:
            ctx.buy(1)
        elif ctx.position > 0 and bar.close < self.entry * 0.98:
            ctx.close()
