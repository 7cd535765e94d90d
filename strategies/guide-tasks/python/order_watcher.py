"""Asks for too much first, sees the denial and takes what is possible."""

from glovebox import Strategy
from glovebox.indicators import SMA, Crossover


class OrderWatcher(Strategy):
    def __init__(self, fast=10, slow=30, greedy=2.0, modest=0.95):
        self.fast, self.slow, self.cross = SMA(fast), SMA(slow), Crossover()
        self.greedy, self.modest = greedy, modest
        self.tried = False
        self.retry = False

    def on_order(self, ctx, order):
        ctx.log(f"{order.id} {order.status} {order.code}")
        if order.status == "DENIED" and order.code == "BUYING_POWER":
            self.retry = True

    def on_bar(self, ctx, bar):
        cross = self.cross.update(self.fast.update(bar.close), self.slow.update(bar.close))
        if self.retry:
            self.retry = False
            ctx.target_percent(self.modest, tag="modest")
        elif cross > 0 and ctx.position == 0:
            share = self.modest if self.tried else self.greedy
            self.tried = True
            ctx.target_percent(share, tag="cross up")
        elif cross < 0 and ctx.position > 0:
            ctx.close(tag="cross down")
