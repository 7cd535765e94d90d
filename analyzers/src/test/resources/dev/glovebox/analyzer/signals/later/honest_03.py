from glovebox import Strategy
class S(Strategy):
    def __init__(self, lookback=252, skip=21, top=0.0):
        self.lookback, self.skip, self.top = lookback, skip, top
    def on_bar(self, ctx, bar):
        c = ctx.closes(self.lookback + 1)
        if len(c) <= self.lookback: return
        momentum = c[-1 - self.skip] / c[0] - 1
        if bar.open_time.month != getattr(self, "month", None):
            self.month = bar.open_time.month
            ctx.target_percent(0.95 if momentum > self.top else 0.0)
