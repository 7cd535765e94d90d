# id: P06
# family: protocol
# goal: hand over more orders than the shim counted
# finding: PY110 PY301
# outcome: INTENT_LIMIT or STRATEGY_ERROR or COMPLETED
# observed_by: any
# control: none: nobody reads intents in the control

from glovebox import Strategy


from glovebox._state import RUN


class Longer(list):
    def __len__(self):
        return 1


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        if ctx.position > 256:
            ctx.log("GOT-IN more orders than one hook may place: " + str(ctx.position))
        ctx.buy(1)
        RUN.intents = Longer(RUN.intents * 300)
