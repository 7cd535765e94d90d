"""Holds from November to April."""

from glovebox import Strategy


class SellInMay(Strategy):
    def __init__(self, size=100):
        self.size = size

    def on_bar(self, ctx, bar):
        winter = bar.open_time.month >= 11 or bar.open_time.month <= 4
        if winter and ctx.position == 0:
            ctx.buy(min(self.size, ctx.max_quantity()), tag="winter")
        elif not winter and ctx.position > 0:
            ctx.close(tag="summer")
