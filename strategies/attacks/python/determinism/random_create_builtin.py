# id: D16
# family: determinism
# goal: make a second generator module by the import machinery
# finding: PY105 PY306
# outcome: COMPLETED
# observed_by: none
# control: got-in
# twin: yes

from glovebox import Strategy


import _imp
import _random


def attack(ctx, bar):
    made = _imp.create_builtin(_random.__spec__)
    ctx.log("SEEN " + str(made.Random().random()))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
