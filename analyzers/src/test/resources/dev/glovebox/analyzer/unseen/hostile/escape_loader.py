from glovebox import Strategy


class Loaded(Strategy):
    def on_start(self, ctx):
        self.posix = __loader__.create_module(__spec__)

    def on_bar(self, ctx, bar):
        ctx.buy(1)
