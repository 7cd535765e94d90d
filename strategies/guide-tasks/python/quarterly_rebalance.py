"""Brings the position to 60 % of equity at the first bar of each quarter."""

from glovebox import Strategy


class QuarterlyRebalance(Strategy):
    def __init__(self, share=0.6):
        self.share = share
        self.quarter = None

    def on_bar(self, ctx, bar):
        day = bar.open_time
        quarter = (day.year, (day.month - 1) // 3)
        if quarter != self.quarter:
            self.quarter = quarter
            ctx.target_percent(self.share, tag=f"{day.year} Q{quarter[1] + 1}")
