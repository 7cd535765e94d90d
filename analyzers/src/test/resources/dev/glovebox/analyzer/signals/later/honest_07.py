from glovebox import Strategy
def wma(xs):
    n = len(xs); return sum((i + 1) * x for i, x in enumerate(xs)) / (n * (n + 1) / 2)
def supertrend(bars, mult):
    trs = []
    for i in range(1, len(bars)):
        b, p = bars[i], bars[i - 1]
        trs.append(max(b.high - b.low, abs(b.high - p.close), abs(b.low - p.close)))
    atr = sum(trs) / len(trs)
    mid = (bars[-1].high + bars[-1].low) / 2
    return mid - mult * atr, mid + mult * atr
class S(Strategy):
    def __init__(self, n=14, mult=3.0): self.n, self.mult, self.lo = n, mult, None
    def on_bar(self, ctx, bar):
        bars = ctx.history(self.n + 1)
        if len(bars) <= self.n: return
        lo, hi = supertrend(bars, self.mult)
        self.lo = lo if self.lo is None or ctx.position == 0 else max(self.lo, lo)
        if ctx.position == 0 and wma([b.close for b in bars]) < bar.close: ctx.target_percent(.5)
        elif bar.close < self.lo: ctx.close(); self.lo = None
