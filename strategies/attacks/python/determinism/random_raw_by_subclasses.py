# id: D14
# family: determinism
# goal: construct the engine's own generator, found among the subclasses of object
# finding: PY105 PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in
# twin: yes

from glovebox import Strategy


import random


def attack(ctx, bar):
    for each in object.__subclasses__():
        if each.__name__ == "Random":
            raw = each.__new__(each)
            ctx.log("SEEN " + str(raw.random()))
            raw.seed()
            ctx.log("SEEN " + str(raw.random()) + str(raw.getrandbits(64)))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
