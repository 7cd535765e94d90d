"""Buys a gap down that closes above its open; leaves two bars later."""

from glovebox import Strategy


class GapFade(Strategy):
    def __init__(self, gap=0.01, hold=2, size=20):
        self.gap, self.hold, self.size = gap, hold, size
        self.last_close = None
        self.held = 0

    def on_fill(self, ctx, fill):
        self.held = 0

    def on_bar(self, ctx, bar):
        if ctx.position > 0:
            self.held += 1
            if self.held >= self.hold:
                ctx.close(tag="time")
        elif self.last_close is not None and not ctx.orders:
            gapped = bar.open < self.last_close * (1 - self.gap)
            if gapped and bar.close > bar.open:
                ctx.buy(self.size, tag="gap fade")
        self.last_close = bar.close
