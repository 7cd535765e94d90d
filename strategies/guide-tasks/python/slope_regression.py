"""Holds 40 % of equity while the regression line of the last closes rises."""

from statistics import linear_regression

from glovebox import Strategy


class SlopeRegression(Strategy):
    def __init__(self, window=25, share=0.4):
        self.window = window
        self.share = share

    def on_bar(self, ctx, bar):
        closes = ctx.closes(self.window)
        if len(closes) < self.window:
            return
        slope, _ = linear_regression(range(self.window), closes)
        if slope > 0 and ctx.position == 0:
            ctx.target_percent(self.share, tag="slope up")
        elif slope <= 0 and ctx.position > 0:
            ctx.close(tag="slope down")
