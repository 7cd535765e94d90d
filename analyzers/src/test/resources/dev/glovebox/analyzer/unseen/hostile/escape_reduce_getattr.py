from functools import reduce

from glovebox import Strategy

STEPS = ["__class__", "__mro__"]


class Folded(Strategy):
    def on_bar(self, ctx, bar):
        self.found = reduce(getattr, STEPS, bar)
