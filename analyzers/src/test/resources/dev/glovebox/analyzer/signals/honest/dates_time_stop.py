from glovebox import Strategy
from glovebox.indicators import ROC


class TimeStop(Strategy):
    def __init__(self, days=30):
        self.roc, self.days, self.entered = ROC(10), days, None

    def on_fill(self, ctx, fill):
        self.entered = fill.effective_time if fill.side == "BUY" else None

    def on_bar(self, ctx, bar):
        rate = self.roc.update(bar.close)
        if self.entered is not None and (ctx.now - self.entered).days >= self.days:
            ctx.close()
        elif rate > 3.0 and ctx.position == 0:
            ctx.target_percent(0.7)
