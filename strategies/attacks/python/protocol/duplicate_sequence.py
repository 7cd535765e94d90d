# id: P10
# family: protocol
# goal: give two orders one number, so that one fill serves both
# finding: PY301
# outcome: PROTOCOL_VIOLATION or STRATEGY_ERROR
# observed_by: any
# control: none: nobody reads intents in the control
# place: own

from glovebox import Strategy


from glovebox._state import RUN


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        ctx.buy(1)
        ctx.buy(1)
        RUN.intents[1] = (RUN.intents[0][0],) + RUN.intents[1][1:]
        if ctx.bar_index > 0:
            ctx.log("GOT-IN two orders of one number")
