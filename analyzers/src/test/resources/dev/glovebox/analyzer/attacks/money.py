import math
from decimal import Decimal

from glovebox import Strategy

HUGE = 10**6


class Money(Strategy):
    def __init__(self, size=1e7, share=95):
        self.size, self.share = size, share

    def on_bar(self, ctx, bar):
        quantity = ctx.equity * 0.9 / bar.close
        ctx.buy(quantity)  # PY801
        ctx.target(quantity * 1.01)  # PY801
        ctx.buy(round(quantity, 4))  # PY801
        ctx.buy(ctx.cash * (1 / bar.close))  # PY801
        ctx.buy(quantity=self.size)  # PY802
        ctx.sell(HUGE)  # PY802
        ctx.buy("1000000")  # PY802
        ctx.buy(Decimal("1e6"))  # PY802
        ctx.sell(bar.close * 0.001)  # PY801
        ctx.target_percent(self.share)  # PY802
        ctx.target(-500_000)  # PY802
        ctx.sell(31337)  # PY805
        cost = round(bar.close * 17, 2)  # PY803
        cents = int(bar.close * 100) / 100  # PY803
        exact = Decimal(bar.close) + Decimal(0.1)  # PY804
        ctx.buy(math.floor(quantity))
        ctx.buy(int(ctx.cash // bar.close))
        ctx.buy(min(quantity, ctx.max_quantity()))
        ctx.log(f"{round(bar.close, 2)} {cost} {cents} {exact}", round(bar.close, 2))
        a = Decimal(str(bar.close)) + Decimal(1) + Decimal("0.1")
