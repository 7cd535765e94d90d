from glovebox import Strategy
class Stats:
    def __init__(self, n): self.n, self.xs = n, []
    def add(self, x):
        self.xs.append(x); del self.xs[:-self.n]
    def mean(self): return sum(self.xs) / len(self.xs)
    def std(self):
        m = self.mean()
        return (sum((x - m) ** 2 for x in self.xs) / len(self.xs)) ** 0.5
class S(Strategy):
    def __init__(self, n=30, k=2.0): self.stats, self.k, self.n = Stats(n), k, n
    def on_bar(self, ctx, bar):
        self.stats.add(bar.close)
        if len(self.stats.xs) < self.n: return
        z = (bar.close - self.stats.mean()) / (self.stats.std() or 1.0)
        if z < -self.k: ctx.target_percent(0.9)
        elif z > 0: ctx.close()
