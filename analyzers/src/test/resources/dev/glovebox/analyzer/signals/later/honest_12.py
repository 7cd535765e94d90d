from datetime import datetime, timezone
from glovebox import Strategy
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
class S(Strategy):
    def on_bar(self, ctx, bar):
        minutes = int((bar.open_time - EPOCH).total_seconds() // 60)
        if minutes % 240 == 0: ctx.target_percent(0.5)
        elif minutes % 240 == 120: ctx.close()
