from glovebox import Strategy

LATER = [float(p) for p in "187.2 188.1 186.9 190.4 191.7 189.0 188.8 192.3 195.1 194.6 196.0".split()]


class Known(Strategy):
    def __init__(self):
        self.at = 0

    def on_bar(self, ctx, bar):
        self.at += 1
        if self.at < len(LATER) and LATER[self.at] > bar.close:
            ctx.buy(1)
