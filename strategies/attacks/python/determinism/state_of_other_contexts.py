# id: D41
# family: determinism
# goal: find what another strategy in the same engine left behind
# finding: PY110 PY302
# outcome: COMPLETED
# observed_by: none
# control: none: contexts of one engine keep apart, with or without protection
# twin: yes

from glovebox import Strategy


import sys


def attack(ctx, bar):
    ctx.log("SEEN " + str(getattr(sys, "left_behind", None)) + str(getattr(int, "left_behind", None)))
    sys.left_behind = "left behind"


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
