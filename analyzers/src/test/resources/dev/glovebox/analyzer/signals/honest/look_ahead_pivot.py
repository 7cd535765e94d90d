from glovebox import Strategy


class Pivot(Strategy):
    """A swing high is known only k bars later, and is used only then."""

    def __init__(self, k=3):
        self.k = k
        self.level = None

    def on_bar(self, ctx, bar):
        bars = ctx.history(2 * self.k + 1)
        if len(bars) == 2 * self.k + 1:
            middle = bars[self.k]
            if middle.high == max(b.high for b in bars):
                self.level = middle.high
        if self.level is not None and bar.close > self.level and ctx.position == 0:
            ctx.target_percent(0.5)
