from glovebox import Strategy


class Coin(Strategy):
    def on_bar(self, ctx, bar):
        toss = hash(self.on_bar) & 1
        ctx.target(5 if toss else 0)
