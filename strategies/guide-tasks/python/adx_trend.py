"""Long while +DI is above -DI in a strong trend, else flat."""

from glovebox import Strategy
from glovebox.indicators import ADX


class AdxTrend(Strategy):
    def __init__(self, period=14, strong=20.0, share=0.8):
        self.adx = ADX(period)
        self.strong = strong
        self.share = share

    def on_bar(self, ctx, bar):
        adx = self.adx.update(bar)
        if not self.adx.ready:
            return
        wants_long = adx > self.strong and self.adx.plus_di > self.adx.minus_di
        if wants_long and ctx.position == 0:
            ctx.target_percent(self.share, tag="trend up")
        elif not wants_long and ctx.position > 0:
            ctx.close(tag="trend over")
