from glovebox import Bar, Context, Fill, Order, Strategy


class Hooks(Strategy):
    warmup_bars = 5

    def on_start(self, ctx: Context) -> None:
        ctx.log("start", ctx.instrument, ctx.params.get("size"))

    def on_bar(self, ctx: Context, bar: Bar) -> None:
        if ctx.warming_up or ctx.orders:
            return None
        if ctx.position_of(bar.instrument) == 0:
            ctx.buy(1, tag="in")

    def on_fill(self, ctx: Context, fill: Fill) -> None:
        ctx.log(fill.order_id, fill.known_time, fill.remaining, fill.exact.price)

    def on_order(self, ctx: Context, order: Order) -> None:
        ctx.log(order.type, order.filled, order.code)

    def on_stop(self, ctx: Context) -> None:
        ctx.log(len(ctx.history(10)), ctx.working(), ctx.cash)
