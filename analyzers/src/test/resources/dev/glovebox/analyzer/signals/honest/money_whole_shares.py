import math

from glovebox import Strategy


class Whole(Strategy):
    def on_bar(self, ctx, bar):
        shares = math.floor(ctx.available * 0.9 / bar.close)
        if shares >= 1 and ctx.position == 0:
            ctx.buy(shares)
            ctx.log(f"{shares} at about {round(bar.close, 2)}")
