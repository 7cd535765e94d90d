from glovebox import Strategy


class Asking(Strategy):
    def on_bar(self, ctx, bar):
        ask = input
        size = int(ask("size? "))
        ctx.buy(size)
