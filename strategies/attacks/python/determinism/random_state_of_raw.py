# id: D15
# family: determinism
# goal: read the state of a generator that nobody seeded
# finding: PY105 PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in
# twin: yes

from glovebox import Strategy


import random


def attack(ctx, bar):
    raw = random.Random.__mro__[-2]
    made = raw.__new__(raw)
    ctx.log("SEEN " + str(made.getstate())[:60])


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
