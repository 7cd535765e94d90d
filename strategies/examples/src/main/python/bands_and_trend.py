"""Buys below the lower Bollinger band unless the ADX says that the trend is strong."""

from glovebox import Strategy
from glovebox.indicators import ADX, Bollinger


class BandsAndTrend(Strategy):
    """All bars of a moment in one call: ``on_bars``; here there is one instrument."""

    def __init__(self, window=20, width=1.5, strong=45.0, share=0.8):
        self.bands, self.adx = Bollinger(window, width), ADX(14)
        self.strong, self.share = strong, share

    def on_bars(self, ctx, bars):
        for bar in bars:
            bands, adx = self.bands.update(bar.close), self.adx.update(bar)
            if ctx.position == 0 and bar.close < bands.lower and adx < self.strong:
                ctx.buy(ctx.size_for(ctx.equity * self.share), tag="below the band")
            elif ctx.position > 0 and bar.close > bands.middle:
                ctx.close(tag="back in the middle")

    def on_order(self, ctx, order):
        ctx.log(f"{order.id} {order.status} {order.code}")
