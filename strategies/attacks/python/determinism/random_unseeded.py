# id: D12
# family: determinism
# goal: draw numbers that differ from run to run
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in
# twin: yes

from glovebox import Strategy


import random


def attack(ctx, bar):
    ctx.log("SEEN " + str(random.random()) + " " + str(random.Random().random()) + " " + str(random.SystemRandom().random()))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
