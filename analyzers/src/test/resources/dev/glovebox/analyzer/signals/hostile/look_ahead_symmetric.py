from glovebox import Strategy

PRICES = [50.1, 50.4, 50.2, 50.9, 51.3, 51.1, 50.8, 51.6, 52.0, 51.9, 52.4, 52.2]


def smooth(values, i, k=2):
    window = values[max(0, i - k) : i + k + 1]
    return sum(window) / len(window)


class Centre(Strategy):
    def __init__(self):
        self.n = 0

    def on_bar(self, ctx, bar):
        if bar.close < smooth(PRICES, self.n):
            ctx.buy(1)
        self.n += 1
