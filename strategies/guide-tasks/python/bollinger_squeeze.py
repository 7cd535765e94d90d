"""After a squeeze of the Bollinger bands, buys the break of the upper band."""

from collections import deque

from glovebox import Strategy
from glovebox.indicators import Bollinger


class BollingerSqueeze(Strategy):
    def __init__(self, n=20, width=2.0, lookback=40, share=0.5):
        self.bands = Bollinger(n, width)
        self.widths = deque(maxlen=lookback)
        self.share = share
        self.armed = False

    def on_bar(self, ctx, bar):
        bands = self.bands.update(bar.close)
        if not self.bands.ready:
            return
        if ctx.position > 0:
            if bar.close < bands.middle:
                ctx.close(tag="below middle")
        elif self.armed and bar.close > bands.upper:
            ctx.target_percent(self.share, tag="break after squeeze")
            self.armed = False
        spread = bands.upper - bands.lower
        self.widths.append(spread)
        if len(self.widths) == self.widths.maxlen and spread <= min(self.widths):
            self.armed = True
