from glovebox import Strategy


class TurnOfMonth(Strategy):
    """Held from the 26th to the 4th."""

    def __init__(self, first=26, last=4):
        self.first, self.last = first, last

    def on_bar(self, ctx, bar):
        day = bar.open_time.day
        ctx.target_percent(0.95 if day >= self.first or day < self.last else 0.0)
