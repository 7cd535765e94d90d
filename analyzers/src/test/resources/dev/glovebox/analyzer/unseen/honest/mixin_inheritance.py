from glovebox import Strategy
from glovebox.indicators import ATR


class Stops:
    stop = None

    def raise_stop(self, level):
        self.stop = level if self.stop is None else max(self.stop, level)

    def stopped(self, bar):
        return self.stop is not None and bar.low < self.stop


class Base(Strategy):
    def __init__(self, period=14):
        super().__init__()
        self.atr = ATR(period)

    def on_start(self, ctx):
        ctx.log(f"{type(self).__name__} with {dict(ctx.params)}")


class Chandelier(Stops, Base):
    def __init__(self, period=14, multiple=3.0):
        super().__init__(period)
        self.multiple = multiple

    def on_bar(self, ctx, bar):
        distance = self.atr.update(bar) * self.multiple
        if ctx.position > 0:
            self.raise_stop(bar.high - distance)
            if self.stopped(bar):
                ctx.close()
                self.stop = None
        elif self.atr.ready and bar.close > bar.open:
            ctx.buy(ctx.size_for(10_000))
