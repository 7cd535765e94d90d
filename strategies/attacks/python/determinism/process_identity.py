# id: D36
# family: determinism
# goal: use numbers of processes as chance
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in
# twin: yes

from glovebox import Strategy


import os


def attack(ctx, bar):
    ctx.log("SEEN " + str(os.getpid()))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
