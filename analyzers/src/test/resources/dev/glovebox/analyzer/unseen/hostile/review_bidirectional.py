from glovebox import Strategy


class Shown(Strategy):
    def on_bar(self, ctx, bar):
        size = 1  # at most ⁧ 0001 ⁦ units
        ctx.buy(size * 1000)
