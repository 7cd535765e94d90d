from glovebox import Strategy
class Zig(Strategy):
    def __init__(self, pct=0.05):
        self.pct, self.pivots, self.dir, self.ext = pct, [], 0, None
    def on_bar(self, ctx, bar):
        if self.ext is None: self.ext = bar.close; return
        if self.dir >= 0 and bar.close > self.ext: self.ext = bar.close; self.dir = 1
        elif self.dir <= 0 and bar.close < self.ext: self.ext = bar.close; self.dir = -1
        elif abs(bar.close / self.ext - 1) >= self.pct:
            self.pivots.append((ctx.bar_index, self.ext))
            self.pivots = self.pivots[-10:]
            self.dir, self.ext = -self.dir, bar.close
            if self.dir > 0: ctx.target_percent(.9)
            else: ctx.close()
        if self.pivots and ctx.bar_index - self.pivots[-1][0] > 2000: ctx.close()
