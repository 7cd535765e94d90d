from glovebox import Strategy
from glovebox.indicators import SMA

LENGTHS = [5, 10, 20, 40, 80]


class Ribbon(Strategy):
    def __init__(self):
        self.ribbon = [SMA(n) for n in LENGTHS]

    def on_bar(self, ctx, bar):
        values = [average.update(bar.close) for average in self.ribbon]
        if not self.ribbon[-1].ready:
            return
        stacked = all(values[i] > values[i + 1] for i in range(len(values) - 1))
        if stacked and ctx.position == 0:
            ctx.target_percent(0.9)
        elif not stacked and ctx.position > 0:
            ctx.close()
