from glovebox import Strategy
from glovebox.indicators import SMA


class Machine(Strategy):
    def __init__(self, n=15):
        self.mean = SMA(n)
        self.state = "waiting"
        self.steps = {"waiting": self.waiting, "armed": self.armed, "holding": self.holding}

    def waiting(self, ctx, bar):
        return "armed" if bar.close < self.mean.value else "waiting"

    def armed(self, ctx, bar):
        if bar.close > self.mean.value:
            ctx.buy(7)
            return "holding"
        return "armed"

    def holding(self, ctx, bar):
        if bar.close < self.mean.value * 0.97:
            ctx.close()
            return "waiting"
        return "holding"

    def on_bar(self, ctx, bar):
        self.mean.update(bar.close)
        if self.mean.ready:
            self.state = self.steps[self.state](ctx, bar)
