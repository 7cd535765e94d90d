from glovebox import Strategy


class Smooth(Strategy):
    def __init__(self, half=4):
        self.half = half

    def on_bar(self, ctx, bar):
        prices = list(ctx.closes(200))
        curve = []
        for i in range(self.half, len(prices) - self.half):
            window = prices[i - self.half : i + self.half + 1]
            curve.append(sum(window) / len(window))
        if len(curve) > 1 and curve[-1] > curve[-2]:
            ctx.target(10)
