from enum import Enum
from glovebox import Strategy
class Mode(Enum):
    A = 1
    B = 2
class E(Strategy):
    def __init__(self): self.mode = Mode.A; self.order = None
    def on_bar(self, ctx, bar):
        if self.mode is Mode.A and bar.close > bar.open:
            self.order = ctx.buy(1); self.mode = Mode.B
        elif self.mode is not Mode.A and bar.close < bar.open:
            ctx.close(); self.mode = Mode.A
    def on_order(self, ctx, order):
        if order.id == self.order: self.mode = Mode.A
        self.on_problem(ctx, order)
    def on_problem(self, ctx, order):
        ctx.log(order.code)
