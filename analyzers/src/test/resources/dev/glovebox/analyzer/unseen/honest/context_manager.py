from glovebox import Strategy


class Once:
    """Lets one order through for each bar."""

    def __init__(self):
        self.sent = False

    def __enter__(self):
        self.sent = False
        return self

    def __exit__(self, *details):
        return None

    def order(self, call, quantity):
        if not self.sent:
            self.sent = True
            call(quantity)


class Single(Strategy):
    def __init__(self):
        self.once = Once()

    def on_bar(self, ctx, bar):
        with self.once as gate:
            if bar.close > bar.open:
                gate.order(ctx.buy, 1)
            if ctx.position > 3:
                gate.order(ctx.sell, 1)
