import math
from glovebox import Strategy
def pearson(xs, ys):
    n = len(xs)
    mx, my = sum(xs) / n, sum(ys) / n
    cov = sum((x - mx) * (y - my) for x, y in zip(xs, ys))
    sx = math.sqrt(sum((x - mx) ** 2 for x in xs))
    sy = math.sqrt(sum((y - my) ** 2 for y in ys))
    return cov / (sx * sy) if sx > 0 and sy > 0 else 0.0
def solve(a, b):
    n = len(b)
    for i in range(n):
        p = a[i][i]
        if p == 0: return None
        for j in range(i + 1, n):
            f = a[j][i] / p
            for k in range(i, n): a[j][k] -= f * a[i][k]
            b[j] -= f * b[i]
    x = [0.0] * n
    for i in range(n - 1, -1, -1):
        x[i] = (b[i] - sum(a[i][k] * x[k] for k in range(i + 1, n))) / a[i][i]
    return x
class AR(Strategy):
    def on_bar(self, ctx, bar):
        c = ctx.closes(60)
        if len(c) < 60: return
        r = [c[i + 1] / c[i] - 1 for i in range(len(c) - 1)]
        rho = pearson(r[:-1], r[1:])
        if rho > .1 and r[-1] > 0: ctx.target_percent(.7)
        elif rho < -.1 or r[-1] < 0: ctx.close()
