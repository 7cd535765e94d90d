from glovebox import Strategy


class Exactly(Strategy):
    def on_bar(self, ctx, bar):
        if bar.close / bar.open == 1.01:
            ctx.buy(1)
