"""State as a generator that is sent prices."""

from glovebox import Strategy


def trailing(percent):
    peak, stop = 0.0, 0.0
    while True:
        price = yield stop
        peak = max(peak, price)
        stop = peak * (1 - percent)


class Trailing(Strategy):
    def __init__(self, percent=0.08, size=5):
        self.percent, self.size = percent, size
        self.stop = None

    def on_fill(self, ctx, fill):
        if ctx.position > 0:
            self.stop = trailing(self.percent)
            next(self.stop)
        else:
            self.stop = None

    def on_bar(self, ctx, bar):
        if self.stop is None:
            if bar.close > bar.open and not ctx.orders:
                ctx.buy(self.size)
        elif bar.close < self.stop.send(bar.close):
            ctx.close()
