from datetime import datetime, timedelta, timezone
from glovebox import Strategy
NEVER = datetime.min.replace(tzinfo=timezone.utc)
class S(Strategy):
    def __init__(self, hours=48): self.last, self.gap = NEVER, timedelta(hours=hours)
    def on_bar(self, ctx, bar):
        if ctx.now - self.last < self.gap: return
        if bar.close > bar.open and not ctx.position:
            ctx.buy(1); self.last = ctx.now
        elif ctx.position: ctx.close()
