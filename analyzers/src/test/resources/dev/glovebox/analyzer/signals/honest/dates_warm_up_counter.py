from glovebox import Strategy
from glovebox.indicators import EMA


class Warm(Strategy):
    def __init__(self, n=50):
        self.ema, self.bars = EMA(n), 0

    def on_bar(self, ctx, bar):
        self.bars += 1
        value = self.ema.update(bar.close)
        if self.bars < 200:
            return
        ctx.target_percent(0.9 if bar.close > value else 0.0)
