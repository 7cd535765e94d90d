from datetime import date

from glovebox import Strategy


class Later(Strategy):
    LAST = date.fromisoformat("2024-06-30")

    def is_over(self, day):
        return day > self.LAST

    def on_bar(self, ctx, bar):
        if self.is_over(ctx.now.date()):
            ctx.buy(ctx.max_quantity())
