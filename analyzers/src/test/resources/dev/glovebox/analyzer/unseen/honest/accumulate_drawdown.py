from itertools import accumulate

from glovebox import Strategy


class Drawdown(Strategy):
    """Buys a fall of ten per cent from the peak of n bars; leaves at the peak."""

    def __init__(self, n=120, fall=0.1):
        self.n, self.fall = n, fall

    def on_bar(self, ctx, bar):
        *_, peak = accumulate(ctx.closes(self.n), max)
        if bar.close <= peak * (1 - self.fall):
            ctx.target_percent(0.9)
        elif bar.close >= peak:
            ctx.target_percent(0.0)
