from glovebox import Strategy
class Ring(Strategy):
    def __init__(self, n=50):
        self.n = n
        self.buf = [0.0] * n
        self.i = 0
        self.full = False
    def on_bar(self, ctx, bar):
        oldest = self.buf[self.i]
        self.buf[self.i] = bar.close
        self.i = (self.i + 1) % self.n
        self.full = self.full or self.i == 0
        if self.full and bar.close > oldest * 1.05:
            ctx.target_percent(0.8)
        elif self.full:
            ctx.close()
