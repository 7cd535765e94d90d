"""Opening range breakout, intraday."""
from datetime import time, timedelta
from glovebox import Strategy
OPEN = time(13, 30)
LAST = time(19, 55)
class ORB(Strategy):
    def __init__(self, minutes=30, risk=0.005):
        self.minutes, self.risk = minutes, risk
        self.day = None
        self.high = self.low = None
    def on_bar(self, ctx, bar):
        t = bar.open_time
        if self.day != t.date():
            self.day = t.date()
            self.high, self.low = bar.high, bar.low
            self.end = t + timedelta(minutes=self.minutes)
            return
        if t < self.end:
            self.high = max(self.high, bar.high)
            self.low = min(self.low, bar.low)
        elif t.time() >= LAST and ctx.position:
            ctx.close(tag="eod")
        elif bar.close > self.high and ctx.position == 0 and t.hour < 19:
            q = ctx.equity * self.risk / max(0.01, self.high - self.low)
            ctx.buy(min(q, ctx.max_quantity() * 0.95))
