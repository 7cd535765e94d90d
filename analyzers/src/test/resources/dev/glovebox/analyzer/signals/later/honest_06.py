from glovebox import Strategy
TREND = [(10, 30), (20, 60), (50, 200)]
class S(Strategy):
    def __init__(self): self.trades = []; self.open = None
    def on_fill(self, ctx, fill):
        if fill.side == "BUY": self.open = fill
        elif self.open:
            self.trades.append({"in": self.open.price, "out": fill.price, "days": (fill.effective_time - self.open.effective_time).days})
            self.open = None
    def on_bar(self, ctx, bar):
        c = ctx.closes(200)
        votes = sum(1 for f, s in TREND if len(c) >= s and sum(c[-f:]) / f > sum(c[-s:]) / s)
        ctx.target_percent(votes / len(TREND) * 0.9)
    def on_stop(self, ctx):
        won = [t for t in self.trades if t["out"] > t["in"]]
        long_ones = [t for t in self.trades if t["days"] > 365]
        ctx.log(len(won), len(self.trades), len(long_ones), sum(t["days"] for t in self.trades))
