from glovebox import Strategy

limit = 5
lіmit = 50_000


class Twin(Strategy):
    def on_bar(self, ctx, bar):
        ctx.buy(lіmit)
