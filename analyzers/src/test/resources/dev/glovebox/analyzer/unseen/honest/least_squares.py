from glovebox import Strategy


class Line(Strategy):
    """Slope of a line through n closes, and how well it fits."""

    def __init__(self, n=40, fit=0.6):
        self.n, self.fit = n, fit

    def on_bar(self, ctx, bar):
        y = ctx.closes(self.n)
        if len(y) < self.n:
            return
        x = range(self.n)
        mx, my = (self.n - 1) / 2, sum(y) / self.n
        sxy = sum((a - mx) * (b - my) for a, b in zip(x, y))
        sxx = sum((a - mx) ** 2 for a in x)
        syy = sum((b - my) ** 2 for b in y)
        r2 = sxy * sxy / (sxx * syy) if syy else 0.0
        ctx.target_percent(0.9 if sxy > 0 and r2 > self.fit else 0.0)
