# id: D13
# family: determinism
# goal: construct the engine's own generator, found among the ancestors of the replaced one
# finding: PY105 PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in
# twin: yes

from glovebox import Strategy


import random


def attack(ctx, bar):
    for each in random.Random.__mro__:
        if each is not object:
            try:
                ctx.log("SEEN " + each.__module__ + " " + str(each().random()))
            except TypeError as error:
                ctx.log("SEEN " + type(error).__name__)


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
