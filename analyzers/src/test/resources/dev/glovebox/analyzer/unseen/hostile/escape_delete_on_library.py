from glovebox import Strategy


class Remover(Strategy):
    def on_start(self, ctx):
        kind = type(ctx)
        del kind.log

    def on_bar(self, ctx, bar):
        ctx.buy(1)
