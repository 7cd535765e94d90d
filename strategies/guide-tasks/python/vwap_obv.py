"""Long while price and volume agree."""

from glovebox import Strategy
from glovebox.indicators import OBV, SMA, VWAP


class VwapObv(Strategy):
    def __init__(self, vwap=20, obv=10, size=20):
        self.vwap, self.obv, self.average = VWAP(vwap), OBV(), SMA(obv)
        self.size = size

    def on_bar(self, ctx, bar):
        vwap = self.vwap.update(bar)
        obv = self.obv.update(bar)
        average = self.average.update(obv)
        if not (self.vwap.ready and self.average.ready):
            return
        price_up = bar.close > vwap
        volume_up = obv > average
        if price_up and volume_up and ctx.position == 0:
            ctx.buy(self.size, tag="both up")
        elif not price_up and not volume_up and ctx.position > 0:
            ctx.close(tag="both down")
