from glovebox import Strategy
class S(Strategy):
    def __init__(self): self.equity = []; self.peak = 0
    def on_bar(self, ctx, bar):
        self.equity.append(ctx.equity)
        self.peak = max(self.peak, ctx.equity)
        if len(self.equity) >= 250 and self.equity[-250] > ctx.equity: ctx.close()
        elif len(self.equity) % 20 == 0: ctx.target_percent(.9)
