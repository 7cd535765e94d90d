# id: D08
# family: determinism
# goal: read how much the process has used, as a clock
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: none: the engine's own figure is zero as well

from glovebox import Strategy


import os


def attack(ctx, bar):
    found = os.times()
    return "a running clock " + str(found) if found[0] + found[4] > 0 else None


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
