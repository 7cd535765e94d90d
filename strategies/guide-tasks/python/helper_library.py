"""Contraction of the range with a close at a high, by small helpers."""

from glovebox import Strategy


def true_range(bar, last_close):
    return max(bar.high, last_close) - min(bar.low, last_close)


def mean(values):
    return sum(values) / len(values)


def highest(bars):
    return max(bar.close for bar in bars)


def lowest(bars):
    return min(bar.close for bar in bars)


class RangeMeter:
    """Mean true ranges of a short and a long window."""

    def __init__(self, short, long):
        self.short, self.long = short, long
        self.ranges = []
        self.last_close = None

    def update(self, bar):
        if self.last_close is not None:
            self.ranges.append(true_range(bar, self.last_close))
            del self.ranges[: -self.long]
        self.last_close = bar.close

    @property
    def ready(self):
        return len(self.ranges) == self.long

    @property
    def shrinking(self):
        return mean(self.ranges[-self.short :]) < mean(self.ranges)


class HelperLibrary(Strategy):
    def __init__(self, short=5, long=20, window=10, size=15):
        self.meter = RangeMeter(short, long)
        self.window, self.size = window, size

    def on_bar(self, ctx, bar):
        self.meter.update(bar)
        if not self.meter.ready:
            return
        bars = ctx.history(self.window)
        if ctx.position == 0:
            if self.meter.shrinking and bar.close >= highest(bars):
                ctx.buy(self.size, tag="quiet high")
        elif bar.close <= lowest(bars):
            ctx.close(tag="low")
