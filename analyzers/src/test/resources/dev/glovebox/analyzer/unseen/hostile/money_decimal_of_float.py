from decimal import Decimal

from glovebox import Strategy


class Inexact(Strategy):
    def on_bar(self, ctx, bar):
        price = bar.close
        exact = Decimal(price)
        ctx.buy((Decimal(1000) / exact).quantize(Decimal("0.01")))
