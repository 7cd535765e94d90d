from glovebox import Strategy


class Awake(Strategy):
    def on_start(self, ctx):
        self.born = None

    def on_bar(self, ctx, bar):
        if self.born is None:
            self.born = bar.open_time
        if (bar.open_time - self.born).days > 400:
            ctx.sell(ctx.position)
