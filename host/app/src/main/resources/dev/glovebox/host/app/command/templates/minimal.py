"""The least that trades: buys once and holds. Write your own rule in on_bar."""

from glovebox import Strategy


class MyStrategy(Strategy):
    def __init__(self, size=10):  # keyword defaults are the parameters: --param size=20
        self.size = size

    def on_bar(self, ctx, bar):
        if ctx.position == 0:
            ctx.buy(self.size)  # fills at the open of the next bar
