from glovebox import Strategy


class Levels(Strategy):
    def __init__(self):
        self.levels = set()

    def on_bar(self, ctx, bar):
        self.levels.add(round(bar.close))
        below = [level for level in sorted(self.levels) if level < bar.close]
        if len(below) > 5 and bar.close < below[-1] * 1.01:
            ctx.target(10)
        elif not below:
            ctx.target(0)
