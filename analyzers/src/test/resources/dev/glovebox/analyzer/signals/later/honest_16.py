from glovebox import Strategy
class S(Strategy):
    def __init__(self): self.bars_since_exit = 10**6; self.in_trade = False
    def on_bar(self, ctx, bar):
        self.bars_since_exit += 1
        if self.bars_since_exit > 10 and not ctx.position and bar.close > bar.open: ctx.buy(1)
        elif ctx.position and bar.close < bar.open: ctx.close(); self.bars_since_exit = 0
