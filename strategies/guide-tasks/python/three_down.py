"""Buys after three lower closes in a row, sells at the first higher close."""

from glovebox import Strategy


class ThreeDown(Strategy):
    def __init__(self, count=3, size=10):
        self.count, self.size = count, size

    def on_bar(self, ctx, bar):
        closes = ctx.closes(self.count + 1)
        if len(closes) <= self.count:
            return
        falling = all(b < a for a, b in zip(closes, closes[1:]))
        if ctx.position == 0 and falling:
            ctx.buy(self.size, tag="three down")
        elif ctx.position > 0 and closes[-1] > closes[-2]:
            ctx.close(tag="first up")
