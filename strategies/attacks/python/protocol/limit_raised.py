# id: P08
# family: protocol
# goal: raise the shim's limit of orders
# finding: PY110 PY301 PY412
# outcome: INTENT_LIMIT
# observed_by: WORKER
# control: got-in

from glovebox import Strategy


from glovebox._state import RUN


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        RUN.intents_max = 10**9
        for _ in range(300):
            ctx.buy(1)

    def on_stop(self, ctx):
        ctx.log("GOT-IN 300 orders in each hook")
