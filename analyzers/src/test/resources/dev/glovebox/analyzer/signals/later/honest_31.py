from decimal import Decimal, ROUND_DOWN
from glovebox import Strategy
CENT = Decimal("0.01")
class D(Strategy):
    def __init__(self, budget=Decimal("25000"), parts=4):
        self.budget, self.parts, self.done = budget, parts, 0
    def on_bar(self, ctx, bar):
        if self.done >= self.parts: return
        part = self.budget / self.parts
        q = (part / bar.exact.close).quantize(CENT, rounding=ROUND_DOWN)
        if q > 0 and part <= ctx.exact.available:
            ctx.buy(q); self.done += 1
