from glovebox import Strategy
class S(Strategy):
    MAX_HOLD = 390 * 5
    def __init__(self): self.held = 0
    def on_fill(self, ctx, fill): self.held = 0
    def on_bar(self, ctx, bar):
        if ctx.position > 0:
            self.held += 1
            if self.held >= self.MAX_HOLD: ctx.close()
        elif bar.close > bar.open: ctx.buy(ctx.max_quantity() * 0.5)
