from glovebox import Strategy
from glovebox.indicators import SMA, EMA, Crossover

LENGTHS = [5, 10, 20]


class Loops(Strategy):
    def __init__(self, size=1):
        self.size = size
        self.averages = {n: SMA(n) for n in LENGTHS}
        self.fast = EMA(5)
        self.votes = []

    def on_bar(self, ctx, bar):
        self.fast.update(bar.close)
        votes = 0
        for n, average in self.averages.items():
            value = average.update(bar.close)
            if not average.ready:
                continue
            votes += 1 if bar.close > value else -1
        while True:
            if len(self.votes) < 10:
                break
            self.votes.pop(0)
        self.votes += [votes]
        global_votes = sum(self.votes)
        with_average = global_votes / max(1, len(self.votes))
        if with_average > 1 and ctx.position == 0:
            ctx.buy(self.size, reduce_only=False, tif="GTC")
        elif with_average < -1:
            ctx.sell(ctx.position) if ctx.position > 0 else None
