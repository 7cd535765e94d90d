from glovebox import Strategy
class Pairs(Strategy):
    def __init__(self): self.seen = set(); self.by = {}
    def on_bars(self, ctx, bars):
        for bar in bars:
            self.seen.add(bar.instrument)
            self.by.setdefault(bar.instrument, []).append(bar.close)
        ranks = sorted(self.seen, key=lambda i: self.by[i][-1] / self.by[i][0])
        for i, name in enumerate(ranks):
            if i == 0 and ctx.position_of(name) == 0: ctx.buy(1, instrument=name)
            elif i and ctx.position_of(name) > 0: ctx.close(name)
        if "AAPL" in bars: ctx.log(bars["AAPL"].close, len(bars), bars[0].high)
