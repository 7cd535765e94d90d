"""Internal bar strength: buys weak closes, sells strong ones."""

from glovebox import Strategy


class InternalBarStrength(Strategy):
    def __init__(self, low=0.2, high=0.8, share=0.5):
        self.low, self.high, self.share = low, high, share

    def on_bar(self, ctx, bar):
        span = bar.high - bar.low
        if span <= 0:
            return
        strength = (bar.close - bar.low) / span
        if strength < self.low and ctx.position == 0:
            ctx.target_percent(self.share, tag=f"ibs {strength:.2f}")
        elif strength > self.high and ctx.position > 0:
            ctx.close(tag=f"ibs {strength:.2f}")
