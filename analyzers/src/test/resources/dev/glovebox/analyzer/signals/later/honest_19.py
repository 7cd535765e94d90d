from collections import deque
from glovebox import Strategy
class Vol(Strategy):
    def __init__(self, lookback=1500, short=60):
        self.rets = deque(maxlen=lookback)
        self.prev = None
        self.short = short
    def on_bar(self, ctx, bar):
        if self.prev:
            self.rets.append(bar.close / self.prev - 1)
        self.prev = bar.close
        if len(self.rets) < 1200:
            return
        r = list(self.rets)
        recent = r[-self.short:]
        m = sum(r) / len(r)
        v = sum((x - m) ** 2 for x in r) / len(r)
        s = sum(x * x for x in recent) / len(recent)
        ctx.target_percent(0.9 if s < v else 0.2)
