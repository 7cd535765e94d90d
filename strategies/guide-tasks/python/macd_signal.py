"""Buys half of equity when the MACD crosses above its signal line, closes when below."""

from glovebox import Strategy
from glovebox.indicators import MACD, Crossover


class MacdSignal(Strategy):
    def __init__(self, fast=12, slow=26, signal=9, share=0.5):
        self.macd = MACD(fast, slow, signal)
        self.cross = Crossover()
        self.share = share

    def on_bar(self, ctx, bar):
        value = self.macd.update(bar.close)
        cross = self.cross.update(value.macd, value.signal)
        if cross > 0 and ctx.position == 0:
            ctx.target_percent(self.share, tag="macd up")
        elif cross < 0 and ctx.position > 0:
            ctx.close(tag="macd down")
