# id: P11
# family: protocol
# goal: use a number again that an earlier bar's order had
# finding: PY110 PY301
# outcome: PROTOCOL_VIOLATION or STRATEGY_ERROR
# observed_by: any
# control: none: nobody reads intents in the control
# place: own

from glovebox import Strategy


from glovebox._state import RUN


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        RUN.sequence = 0
        ctx.buy(1)
        if ctx.bar_index > 1:
            ctx.log("GOT-IN a number twice")
