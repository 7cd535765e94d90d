"""Tosses a coin for each entry and leaves after some bars: what any other strategy has to beat."""

from glovebox import Strategy


class Coin(Strategy):
    """``ctx.random`` is seeded by the run: the same tosses each time."""

    def __init__(self, chance=0.1, hold=10, share=0.5):
        self.chance, self.hold, self.share = chance, hold, share
        self.since = 0

    def on_bar(self, ctx, bar):
        if ctx.position > 0:
            self.since += 1
            if self.since >= self.hold:
                ctx.close(tag="time is up")
        elif ctx.random.random() < self.chance:
            ctx.target_percent(self.share, tag="heads")

    def on_fill(self, ctx, fill):
        self.since = 0
