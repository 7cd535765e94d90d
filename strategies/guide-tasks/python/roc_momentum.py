"""Long while the 20-bar rate of change is strong, flat when it turns down."""

from glovebox import Strategy
from glovebox.indicators import ROC


class RocMomentum(Strategy):
    def __init__(self, period=20, enter=2.0, leave=-1.0, size=30):
        self.roc = ROC(period)
        self.enter, self.leave, self.size = enter, leave, size

    def on_bar(self, ctx, bar):
        roc = self.roc.update(bar.close)
        if roc > self.enter and ctx.position == 0:
            ctx.buy(self.size, tag="momentum")
        elif roc < self.leave and ctx.position > 0:
            ctx.close(tag="momentum lost")
