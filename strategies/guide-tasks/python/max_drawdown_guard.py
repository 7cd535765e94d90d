"""SMA crossings with a pause after a drawdown of equity."""

from glovebox import Strategy
from glovebox.indicators import SMA, Crossover


class MaxDrawdownGuard(Strategy):
    def __init__(self, fast=5, slow=15, share=0.5, drawdown=0.03, pause=20):
        self.fast, self.slow, self.cross = SMA(fast), SMA(slow), Crossover()
        self.share, self.drawdown, self.pause = share, drawdown, pause
        self.peak = 0.0
        self.waiting = 0

    def on_bar(self, ctx, bar):
        cross = self.cross.update(self.fast.update(bar.close), self.slow.update(bar.close))
        self.peak = max(self.peak, ctx.equity)
        if self.waiting > 0:
            self.waiting -= 1
            if self.waiting == 0:
                self.peak = ctx.equity
            return
        if ctx.equity < self.peak * (1 - self.drawdown):
            self.waiting = self.pause
            if ctx.position > 0:
                ctx.close(tag="drawdown")
            ctx.log(f"{ctx.now:%Y-%m-%d} pausing for {self.pause} bars")
            return
        if cross > 0 and ctx.position == 0:
            ctx.target_percent(self.share, tag="cross up")
        elif cross < 0 and ctx.position > 0:
            ctx.close(tag="cross down")
