import pandas as pd

from glovebox import Strategy


class Frames(Strategy):
    def on_bar(self, ctx, bar):
        mean = pd.Series(ctx.closes(20)).rolling(5).mean().iloc[-1]
        if bar.close > mean:
            ctx.buy(1)
