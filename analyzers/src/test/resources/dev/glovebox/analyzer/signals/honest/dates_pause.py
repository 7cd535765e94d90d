from datetime import timedelta

from glovebox import Strategy
from glovebox.indicators import RSI


class Pause(Strategy):
    def __init__(self, days=5):
        self.rsi, self.pause, self.until = RSI(14), timedelta(days=days), None

    def on_fill(self, ctx, fill):
        if fill.side == "SELL":
            self.until = fill.effective_time + self.pause

    def on_bar(self, ctx, bar):
        value = self.rsi.update(bar.close)
        if self.until is not None and ctx.now < self.until:
            return
        if value < 30:
            ctx.target_percent(0.9)
        elif value > 60:
            ctx.close()
