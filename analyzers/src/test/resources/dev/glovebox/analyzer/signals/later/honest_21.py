from dataclasses import dataclass, field
from glovebox import Strategy
@dataclass
class Stats:
    wins: int = 0
    losses: int = 0
    pnl: list = field(default_factory=list)
    def add(self, x):
        self.pnl.append(x)
        if x > 0: self.wins += 1
        else: self.losses += 1
    @property
    def rate(self):
        n = self.wins + self.losses
        return self.wins / n if n else 0.5
class S(Strategy):
    def __init__(self):
        self.stats = Stats(); self.entry = None
    def on_fill(self, ctx, fill):
        if fill.side == "BUY": self.entry = fill.price
        elif self.entry is not None:
            self.stats.add((fill.price - self.entry) * fill.quantity - fill.fee)
            self.entry = None
    def on_bar(self, ctx, bar):
        if len(self.stats.pnl) > 1000: self.stats.pnl.pop(0)
        if self.stats.rate > 0.3 and ctx.position == 0: ctx.buy(ctx.size_for(10_000))
        elif ctx.position and bar.close < self.entry * .97: ctx.close()
