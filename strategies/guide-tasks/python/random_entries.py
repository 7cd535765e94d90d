"""Enters and leaves by the seeded dice."""

from glovebox import Strategy


class RandomEntries(Strategy):
    def __init__(self, enter=0.08, leave=0.15, size=20):
        self.enter, self.leave, self.size = enter, leave, size
        self.tosses = 0

    def on_bar(self, ctx, bar):
        toss = ctx.random.random()
        self.tosses += 1
        if ctx.position == 0 and toss < self.enter:
            ctx.buy(self.size, tag="heads")
        elif ctx.position > 0 and toss < self.leave:
            ctx.close(tag="tails")

    def on_stop(self, ctx):
        ctx.log(f"{self.tosses} tosses")
