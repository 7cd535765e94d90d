"""Keeps 40 % of equity in whole shares, all figures exact."""

from decimal import ROUND_DOWN, Decimal

from glovebox import Strategy


class DecimalRebalance(Strategy):
    def __init__(self, share=Decimal("0.40"), band=Decimal("0.02")):
        self.share, self.band = share, band

    def on_bar(self, ctx, bar):
        equity = ctx.exact.equity
        close = bar.exact.close
        held = ctx.exact.position * close / equity
        if abs(held - self.share) <= self.band:
            return
        wanted = (equity * self.share / close).quantize(Decimal("1"), rounding=ROUND_DOWN)
        ctx.target(wanted, tag="rebalance")
