from glovebox import Strategy


class Retry(Strategy):
    """Asks again, smaller, when cash did not do; gives up after three."""

    TRIES = 3

    def __init__(self, share=0.99):
        self.share = share
        self.tries, self.pending = 0, None

    def on_order(self, ctx, order):
        if order.id == self.pending and order.code in {"BUYING_POWER", "INSUFFICIENT_FUNDS_AT_FILL"}:
            self.tries += 1
            self.pending = None
            ctx.log(f"{order.quantity} was too much ({order.status})")

    def on_fill(self, ctx, fill):
        self.tries, self.pending = 0, None

    def on_bar(self, ctx, bar):
        if ctx.position == 0 and self.pending is None and self.tries < self.TRIES:
            self.pending = ctx.buy(ctx.max_quantity() * self.share * 0.97**self.tries)
        elif ctx.position > 0 and bar.close < bar.open * 0.99:
            ctx.close()
