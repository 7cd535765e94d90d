from glovebox import Strategy
from glovebox.bars import Fold
from glovebox.indicators import MACD, Stochastic


class Folded(Strategy):
    def __init__(self, frame="4h"):
        self.fold, self.macd, self.stochastic = Fold(frame), MACD(12, 26, 9), Stochastic(14, 3, 3)

    def on_bar(self, ctx, bar):
        long = self.fold.update(bar)
        if long is None:
            return
        histogram = self.macd.update(long.close).histogram
        k, d = self.stochastic.update(long)
        if histogram > 0 and k > d and ctx.position == 0:
            ctx.buy(2)
        elif histogram < 0 and k < d and ctx.position > 0:
            ctx.close()
