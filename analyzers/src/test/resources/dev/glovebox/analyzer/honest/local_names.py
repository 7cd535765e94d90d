from glovebox import Strategy


def typical(open, high, low, close):
    return (open + high + low + close) / 4


class Typical(Strategy):
    def __init__(self, size=1):
        self.size = size
        self.last = None

    def on_bar(self, ctx, bar):
        open, high, low, close = bar.open, bar.high, bar.low, bar.close
        id = ctx.buy(self.size) if self.last and close > self.last else None
        self.last = typical(open, high, low, close)
        if id is not None:
            self.orders = [*getattr(self, "orders", []), id]
        if hasattr(bar, "volume") and bar.volume > 0:
            del self.last
            self.last = close
