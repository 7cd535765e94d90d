from glovebox import Strategy


class Cost(Strategy):
    def on_bar(self, ctx, bar):
        cost = round(bar.close * 17, 2)
        if cost < ctx.cash:
            ctx.buy(17)
