"""Buys below the lower Bollinger band, sells at the middle."""

from glovebox import Strategy
from glovebox.indicators import Bollinger


class BollingerReversion(Strategy):
    def __init__(self, n=20, width=2.0, size=20):
        self.bands = Bollinger(n, width)
        self.size = size

    def on_bar(self, ctx, bar):
        bands = self.bands.update(bar.close)
        if ctx.position == 0 and bar.close < bands.lower:
            ctx.buy(self.size, tag="below lower band")
        elif ctx.position > 0 and bar.close >= bands.middle:
            ctx.close(tag="middle band")
