from collections import defaultdict
from glovebox import Strategy
class S(Strategy):
    def __init__(self, levels=20):
        self.count = defaultdict(int); self.levels = levels
    def on_bar(self, ctx, bar):
        bucket = int(bar.close // 5) * 5
        self.count[bucket] += 1
        top = max(self.count, key=self.count.get)
        if self.count[bucket] > 30 and bar.close > top: ctx.buy(1)
        elif bar.close < top: ctx.close()
