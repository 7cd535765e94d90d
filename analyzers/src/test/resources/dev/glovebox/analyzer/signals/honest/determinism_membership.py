from glovebox import Strategy

BAD = {"DENIED", "REJECTED"}


class Pending(Strategy):
    def __init__(self):
        self.sent = set()

    def on_bar(self, ctx, bar):
        if not self.sent and bar.close > bar.open:
            self.sent.add(ctx.buy(1))

    def on_fill(self, ctx, fill):
        self.sent.discard(fill.order_id)

    def on_order(self, ctx, order):
        if order.status in BAD:
            self.sent.discard(order.id)
            ctx.log(f"{order.id}: {order.code}; {len(self.sent)} open")
