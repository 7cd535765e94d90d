"""Weekly momentum from daily bars."""

from glovebox import Strategy
from glovebox.bars import Fold


class WeeklyFold(Strategy):
    def __init__(self, share=0.7):
        self.week = Fold("1w")
        self.share = share
        self.last = None

    def on_bar(self, ctx, bar):
        week = self.week.update(bar)
        if week is None:
            return
        if self.last is not None:
            if week.close > self.last and ctx.position == 0:
                ctx.target_percent(self.share, tag="week up")
            elif week.close <= self.last and ctx.position > 0:
                ctx.close(tag="week down")
        self.last = week.close
