from glovebox import Strategy


class Falling(Strategy):
    def __init__(self, n=6, size=5):
        self.n, self.size = n, size

    def on_bar(self, ctx, bar):
        closes = ctx.closes(self.n)
        falls = sum(1 for i in range(len(closes) - 1) if closes[i + 1] < closes[i])
        if falls == self.n - 1 and ctx.position == 0:
            ctx.buy(self.size)
        elif falls == 0:
            ctx.close()
