# id: S16
# family: system
# goal: end the worker without a fault
# finding: PY302 PY406
# outcome: COMPLETED
# observed_by: none
# control: none: success would end the control before it can say so

from glovebox import Strategy


def attack(ctx, bar):
    import os

    os._exit(0)
    return "still here, but no exception"


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
