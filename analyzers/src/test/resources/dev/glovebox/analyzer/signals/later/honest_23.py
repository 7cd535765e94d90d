from glovebox import Strategy
class MA:
    def __init__(self, n): self.n, self.xs = n, []
    def update(self, x):
        self.xs.append(x)
        if len(self.xs) > self.n: self.xs.pop(0)
        return sum(self.xs) / len(self.xs)
    @property
    def ready(self): return len(self.xs) == self.n
class X(Strategy):
    def __init__(self, fast=50, slow=1000):
        self.f, self.s = MA(fast), MA(slow)
    def on_bar(self, ctx, bar):
        f, s = self.f.update(bar.close), self.s.update(bar.close)
        if not self.s.ready: return
        if f > s and not ctx.position: ctx.target_percent(1.0 * .95)
        elif f < s: ctx.close()
