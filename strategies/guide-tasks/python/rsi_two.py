"""RSI(2) pullbacks in an uptrend."""

from glovebox import Strategy
from glovebox.indicators import RSI, SMA


class RsiTwo(Strategy):
    def __init__(self, period=2, trend=50, low=10.0, high=70.0, share=0.95):
        self.rsi, self.trend = RSI(period), SMA(trend)
        self.low, self.high, self.share = low, high, share

    def on_bar(self, ctx, bar):
        rsi = self.rsi.update(bar.close)
        trend = self.trend.update(bar.close)
        if ctx.position == 0 and rsi < self.low and bar.close > trend:
            ctx.target_percent(self.share, tag="pullback")
        elif ctx.position > 0 and rsi > self.high:
            ctx.close(tag="recovered")
