# id: P07
# family: protocol
# goal: place more orders than allowed by resetting the shim's counter
# finding: PY110 PY301 PY412
# outcome: INTENT_LIMIT
# observed_by: WORKER
# control: got-in

from glovebox import Strategy


from glovebox._state import RUN


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        for _ in range(300):
            ctx.buy(1)
            RUN.hook_intents = 0
            RUN.overflow = False

    def on_stop(self, ctx):
        ctx.log("GOT-IN 300 orders in each hook")
