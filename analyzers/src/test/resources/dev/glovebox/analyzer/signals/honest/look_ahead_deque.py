from collections import deque

from glovebox import Strategy


class Deque(Strategy):
    def __init__(self, n=20):
        self.window = deque(maxlen=n)

    def on_bar(self, ctx, bar):
        if len(self.window) == self.window.maxlen:
            mean = sum(self.window) / len(self.window)
            spread = max(self.window) - min(self.window)
            if bar.close > mean + spread / 2 and not ctx.position:
                ctx.buy(2)
            elif bar.close < mean:
                ctx.close()
        self.window.append(bar.close)
