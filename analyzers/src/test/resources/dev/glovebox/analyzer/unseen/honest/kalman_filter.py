from glovebox import Strategy


class Kalman(Strategy):
    def __init__(self, drift=1e-5, noise=1e-3):
        self.q, self.r = drift, noise
        self.x, self.p = None, 1.0

    def on_bar(self, ctx, bar):
        z = bar.close
        if self.x is None:
            self.x = z
            return
        self.p += self.q
        k = self.p / (self.p + self.r)
        before = self.x
        self.x += k * (z - self.x)
        self.p *= 1 - k
        if self.x > before and ctx.position == 0:
            ctx.target_percent(0.7)
        elif self.x < before and ctx.position > 0:
            ctx.target_percent(0)
