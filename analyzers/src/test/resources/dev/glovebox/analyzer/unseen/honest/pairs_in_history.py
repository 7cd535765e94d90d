"""Compares each bar with the one before, all of them past: an honest use of i + 1."""

from glovebox import Strategy


class Inside(Strategy):
    def __init__(self, n=6):
        self.n = n

    def on_bar(self, ctx, bar):
        bars = ctx.history(self.n)
        inside = 0
        for before, after in zip(bars, bars[1:]):
            inside += after.high <= before.high and after.low >= before.low
        compressed = inside >= 2
        if compressed and bar.close > bars[0].high:
            ctx.target(5)
        elif bar.close < bars[0].low:
            ctx.target(0)
