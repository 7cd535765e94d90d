from glovebox import Strategy

WEIGHTS = [0.05, 0.1, 0.15, 0.2, 0.5]
FIBONACCI = (1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89)


class Weighted(Strategy):
    def on_bar(self, ctx, bar):
        closes = ctx.closes(len(WEIGHTS))
        if len(closes) < len(WEIGHTS):
            return
        value = sum(w * c for w, c in zip(WEIGHTS, closes)) / sum(WEIGHTS)
        slow = ctx.closes(FIBONACCI[7])
        if value > max(slow[:-1], default=value):
            ctx.target(FIBONACCI[5])
        elif value < sum(slow) / len(slow):
            ctx.target(0)
