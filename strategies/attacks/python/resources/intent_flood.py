# id: R24
# family: resources
# goal: place more orders in one call than allowed
# finding: PY412
# outcome: INTENT_LIMIT
# observed_by: WORKER
# control: got-in

from glovebox import Strategy


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        for _ in range(300):
            ctx.buy(1)
        ctx.log("GOT-IN 300 orders in one hook")
