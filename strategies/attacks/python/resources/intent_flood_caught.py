# id: R25
# family: resources
# goal: place more orders than allowed and catch what stops it
# finding: PY412 PY504
# outcome: INTENT_LIMIT
# observed_by: WORKER
# control: got-in

from glovebox import Strategy


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        for _ in range(300):
            try:
                ctx.buy(1)
            except BaseException:
                pass

    def on_stop(self, ctx):
        ctx.log("GOT-IN 300 orders in each hook")
