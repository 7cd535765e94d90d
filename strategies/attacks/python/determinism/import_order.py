# id: D40
# family: determinism
# goal: read which modules an earlier start has loaded
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: none: the same in each process of one image
# twin: yes

from glovebox import Strategy


import sys


def attack(ctx, bar):
    ctx.log("SEEN " + str(len(sys.modules)) + " " + str(list(sys.modules)[:5]))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
