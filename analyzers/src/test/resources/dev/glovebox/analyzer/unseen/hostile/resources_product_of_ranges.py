from itertools import product

from glovebox import Strategy


class Grid(Strategy):
    def on_bar(self, ctx, bar):
        best = max(product(range(300), repeat=4), key=lambda w: sum(w) * bar.close)
        ctx.target(best[0])
