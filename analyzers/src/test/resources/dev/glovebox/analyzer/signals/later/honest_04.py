from glovebox import Strategy
class S(Strategy):
    def __init__(self, budget=1000.0, months=12):
        self.budget, self.months, self.done, self.last = budget, months, 0, None
    def on_bar(self, ctx, bar):
        key = (bar.open_time.year, bar.open_time.month)
        if key == self.last or self.done >= self.months: return
        self.last = key
        self.done += 1
        ctx.buy(ctx.size_for(self.budget), tag=f"dca {self.done}")
