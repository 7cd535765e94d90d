from datetime import time

from glovebox import Strategy


class Session(Strategy):
    def __init__(self, opens=14, closes=20):
        self.opens, self.closes = opens, closes

    def on_bar(self, ctx, bar):
        now = ctx.now
        if now.time() >= time(20, 45) and ctx.position > 0:
            ctx.close(tag="end of day")
        elif self.opens <= now.hour < self.closes and now.minute == 0:
            ctx.target_percent(0.5)
