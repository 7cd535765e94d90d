from glovebox import Strategy
class S(Strategy):
    def __init__(self, n=5000): self.n = n
    def on_bar(self, ctx, bar):
        seen = []
        for b in ctx.history(self.n):
            seen.append(b.close)
            if len(seen) > 2000: break
        if bar.close > max(seen): ctx.target_percent(.5)
