from glovebox import Strategy
class Tiny(Strategy):
    def __init__(self, lots=1000): self.lots = lots
    def on_bar(self, ctx, bar):
        if ctx.position == 0: ctx.buy(self.lots)
        if bar.volume > 100000 and bar.close > 2000: ctx.close()
