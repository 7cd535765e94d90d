from decimal import Decimal, getcontext

from glovebox import Strategy


class Precise(Strategy):
    def on_start(self, ctx):
        getcontext().prec = 10**8

    def on_bar(self, ctx, bar):
        ctx.log(str(Decimal(1) / Decimal(7))[:3])
