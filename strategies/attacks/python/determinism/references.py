# id: D31
# family: determinism
# goal: count references
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: none: a constant in this engine
# twin: yes

from glovebox import Strategy


import sys


def attack(ctx, bar):
    ctx.log("SEEN " + str([sys.getrefcount(ctx), sys.getrefcount(attack)]))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
