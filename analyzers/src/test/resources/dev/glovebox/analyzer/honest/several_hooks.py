from glovebox import Strategy
import glovebox.indicators as ind
import glovebox


class Hooks(Strategy):
    def __init__(self, n=3):
        self.average = ind.SMA(n)
        self.other = glovebox.indicators.EMA(n)
        self.pending = set()
        self.wins = self.losses = 0

    def on_start(self, ctx):
        ctx.log(f"start {ctx.instrument} {ctx.params}")

    def on_bar(self, ctx, bar):
        value = self.average.update(bar.close)
        if value != value or ctx.warming_up:
            return
        if bar.close > value and not self.pending:
            self.pending.add(ctx.buy(1, tag="in"))

    def on_fill(self, ctx, fill):
        self.pending.discard(fill.order_id)
        if fill.side == "SELL" and fill.price > 0:
            self.wins += 1

    def on_order(self, ctx, order):
        if order.status in {"DENIED", "REJECTED"}:
            ctx.log("%s: %s" % (order.id, order.code))
            self.losses += 1

    def on_stop(self, ctx):
        print(self.wins, self.losses, sep=", ")
