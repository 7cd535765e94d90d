import datetime as dt
from datetime import datetime, timedelta, timezone

from glovebox import Strategy

START = datetime(2013, 1, 2, tzinfo=timezone.utc)


class Calendar(Strategy):
    def __init__(self, days=5):
        self.pause = timedelta(days=days)
        self.today = None
        self.until = START

    def on_bar(self, ctx, bar):
        if ctx.now < self.until:
            return
        self.until = ctx.now + self.pause
        self.today = ctx.now.date()
        if self.today > dt.date(2013, 6, 1) and self.today.weekday() == 0:
            ctx.buy(1)
        elif ctx.random.random() < 0.1:
            ctx.close()
