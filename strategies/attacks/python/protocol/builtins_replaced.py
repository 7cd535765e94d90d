# id: P18
# family: protocol
# goal: blind the supervisor's half by replacing the builtins that it uses
# finding: PY110 PY302 PY412
# outcome: STRATEGY_ERROR or INTENT_LIMIT or COMPLETED or WORKER_FAULT or PROTOCOL_VIOLATION
# observed_by: any
# control: none: nobody reads intents in the control
# place: own

from glovebox import Strategy


import builtins


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        builtins.len = lambda given: 1
        builtins.isinstance = lambda *given: True
        builtins.type = lambda given: int
        for _ in range(300):
            ctx.buy(1)
        if ctx.position > 600:
            ctx.log("GOT-IN more orders than one hook may place")
