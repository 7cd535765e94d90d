from glovebox import Strategy
from glovebox.indicators import Bollinger


class Walrus(Strategy):
    def __init__(self, n=20, k=2.0):
        self.bands = Bollinger(n, k)

    def on_bar(self, ctx, bar):
        if (bands := self.bands.update(bar.close)).upper != bands.upper:
            return
        if (gap := bar.close - bands.lower) < 0 and (room := ctx.max_quantity()) > 0:
            ctx.buy(room * min(0.9, 0.5 - gap / bar.close))
        elif bar.close > bands.middle and ctx.position:
            ctx.close()
