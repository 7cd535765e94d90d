from glovebox import Strategy


class Dice(Strategy):
    def __init__(self, chance=0.05):
        self.chance = chance

    def on_bar(self, ctx, bar):
        if ctx.random.random() < self.chance:
            ctx.target(ctx.random.randint(1, 20))
