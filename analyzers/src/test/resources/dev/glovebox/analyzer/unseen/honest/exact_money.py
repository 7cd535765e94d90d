from decimal import ROUND_DOWN, Decimal, localcontext

from glovebox import Strategy


class Exact(Strategy):
    def __init__(self, part=Decimal("0.25"), lot=Decimal("0.001")):
        self.part, self.lot = part, lot

    def on_bar(self, ctx, bar):
        if bar.open_time.weekday() != 0:
            return
        with localcontext() as digits:
            digits.prec = 34
            wanted = ctx.exact.equity * self.part / bar.exact.close
        ctx.target(wanted.quantize(self.lot, ROUND_DOWN))
