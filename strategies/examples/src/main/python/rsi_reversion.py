"""Buys when the RSI says oversold, sells when it has come back or the price fell too far."""

from glovebox import Strategy
from glovebox.indicators import RSI


class RsiReversion(Strategy):
    """Mean reversion with a stop of its own: a level in self, watched at each close."""

    def __init__(self, period=14, low=35.0, high=55.0, stop=0.06, share=0.9):
        self.rsi = RSI(period)
        self.low, self.high, self.stop, self.share = low, high, stop, share
        self.entry = None

    def on_fill(self, ctx, fill):
        self.entry = fill.price if fill.side == "BUY" else None

    def on_bar(self, ctx, bar):
        value = self.rsi.update(bar.close)
        if ctx.position > 0:
            stopped = self.entry is not None and bar.close < self.entry * (1 - self.stop)
            if stopped or value > self.high:
                ctx.close(tag="stopped" if stopped else "recovered")
        elif value < self.low:
            ctx.target_percent(self.share, tag="oversold")
