from glovebox import Strategy
from glovebox.indicators import SMA


def always(self, value):
    return 1e9


SMA.update = always


class Average(Strategy):
    def __init__(self, period=5):
        self.mean = SMA(period)

    def on_bar(self, ctx, bar):
        if self.mean.update(bar.close) > bar.close:
            ctx.buy(1)
