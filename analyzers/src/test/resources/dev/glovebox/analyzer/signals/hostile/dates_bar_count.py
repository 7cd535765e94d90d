from glovebox import Strategy


class Count(Strategy):
    def __init__(self, size=1):
        self.size = size
        self.bars = 0

    def on_bar(self, ctx, bar):
        self.bars += 1
        if self.bars > 50_000:
            ctx.sell(ctx.position)
        elif ctx.position == 0:
            ctx.buy(self.size)
