from datetime import time, timedelta, timezone

from glovebox import Strategy

NEW_YORK = timezone(timedelta(hours=-5))
OPENING, CLOSING = time(9, 45), time(15, 45)


class Session(Strategy):
    def on_bar(self, ctx, bar):
        at = bar.close_time.astimezone(NEW_YORK).time()
        if at >= CLOSING or at < OPENING:
            ctx.target(0)
        elif bar.close > bar.open:
            ctx.target(1)
