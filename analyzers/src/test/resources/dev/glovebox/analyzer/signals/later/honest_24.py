from glovebox import Strategy
class Warm(Strategy):
    warmup_bars = 500
    def __init__(self, size=100):
        self.size = size
        self.count = 0
    def on_bar(self, ctx, bar):
        self.count += 1
        if self.count <= 500: return
        if self.count % 390 == 1: ctx.target(self.size)
        elif self.count % 390 == 200: ctx.close()
