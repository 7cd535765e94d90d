import statistics

from glovebox import Strategy


class Normalised(Strategy):
    def on_bar(self, ctx, bar):
        closes = ctx.closes(100)
        low, high = min(closes), max(closes)
        if high == low:
            return
        place = (bar.close - low) / (high - low)
        if place < 0.2 and bar.close > statistics.median(closes[-5:]):
            ctx.target_percent(0.8)
        elif place > 0.9:
            ctx.close()
