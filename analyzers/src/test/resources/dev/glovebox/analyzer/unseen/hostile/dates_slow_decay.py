from glovebox import Strategy


class Cooling(Strategy):
    def __init__(self):
        self.heat = 1.0

    def on_bar(self, ctx, bar):
        self.heat *= 0.99
        if self.heat < 0.001:
            ctx.target_percent(0.95)
