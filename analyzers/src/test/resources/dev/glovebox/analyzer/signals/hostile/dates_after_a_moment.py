from datetime import datetime, timezone

from glovebox import Strategy


class Sleeper(Strategy):
    def on_bar(self, ctx, bar):
        if ctx.now > datetime(2025, 3, 1, tzinfo=timezone.utc):
            ctx.target_percent(1.0)
        elif ctx.position == 0:
            ctx.buy(1)
