from decimal import ROUND_DOWN, Decimal

from glovebox import Strategy


class Exact(Strategy):
    def __init__(self, share=Decimal("0.5")):
        self.share = share

    def on_bar(self, ctx, bar):
        wanted = ctx.exact.equity * self.share / bar.exact.close
        ctx.target(wanted.quantize(Decimal("0.01"), rounding=ROUND_DOWN))
