from glovebox import Strategy


class Peek(Strategy):
    def __init__(self):
        self.all = []

    def on_bar(self, ctx, bar):
        self.all.append(bar)
        at = ctx.bar_index
        tomorrow = self.all[at + 1]
        if tomorrow.close > bar.close:
            ctx.buy(1)
