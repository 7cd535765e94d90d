from glovebox import Strategy
class Days(Strategy):
    def __init__(self, days=10): self.days, self.n, self.d, self.start = days, 0, None, None
    def on_bar(self, ctx, bar):
        d = bar.open_time.toordinal()
        if self.d is not None and d - self.d > 3: ctx.log("gap")
        self.d = d
        if self.start is None: self.start = ctx.now
        age = (ctx.now - self.start).days
        if age < self.days: return
        if age % 30 < 15: ctx.target_percent(.5)
        else: ctx.close()
