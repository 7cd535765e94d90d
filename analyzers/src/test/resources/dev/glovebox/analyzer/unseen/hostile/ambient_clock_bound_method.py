from datetime import datetime as moment

from glovebox import Strategy

tick = moment.utcnow


class Clocked(Strategy):
    def on_bar(self, ctx, bar):
        if (tick() - bar.close_time.replace(tzinfo=None)).days < 1:
            ctx.buy(50)
