from glovebox import Strategy

LOTS = 2_500_000


class Magic(Strategy):
    def on_bar(self, ctx, bar):
        if ctx.position == 0:
            ctx.buy(LOTS)
