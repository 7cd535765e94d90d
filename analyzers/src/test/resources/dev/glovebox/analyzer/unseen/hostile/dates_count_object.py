from itertools import count

from glovebox import Strategy


class Ticker(Strategy):
    def __init__(self):
        self.ticks = count()

    def on_bar(self, ctx, bar):
        if next(self.ticks) == 613:
            ctx.buy(ctx.max_quantity())
