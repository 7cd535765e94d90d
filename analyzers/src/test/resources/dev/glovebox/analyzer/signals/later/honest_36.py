from glovebox import Strategy
class Fast(Strategy):
    def __init__(self, n=20):
        self.n = n
    def levels(self, ctx):
        hs = ctx.history(self.n)
        return [max(h.high for h in hs[i : i + 5]) for i in range(len(hs) - 4)]
    def on_bar(self, ctx, bar):
        ls = self.levels(ctx)
        peaks = [i for i in range(1, len(ls) - 1) if ls[i] >= ls[i - 1] and ls[i] >= ls[i + 1]]
        if peaks and bar.close > ls[peaks[-1]]: ctx.target_percent(.4)
