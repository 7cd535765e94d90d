from glovebox import Strategy


class Endless(Strategy):
    def on_bar(self, ctx, bar):
        total = sum(1 for _ in iter(lambda: bar.close, -1.0))
        ctx.buy(total)
