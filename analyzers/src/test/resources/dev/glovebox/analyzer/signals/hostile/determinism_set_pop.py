from glovebox import Strategy


class Pick(Strategy):
    def __init__(self):
        self.sizes = set()

    def on_bar(self, ctx, bar):
        self.sizes.add(bar.volume % 7)
        if ctx.position == 0:
            ctx.buy(1 + int(self.sizes.pop()))
