# id: L42
# family: language
# goal: make a second, unpatched time module by the import machinery's own function
# finding: PY105 PY302 PY306
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


import _imp
import time


def attack(ctx, bar):
    spec = time.__spec__
    made = _imp.create_builtin(spec)
    _imp.exec_builtin(made)
    return made.time() if made.time() > 1_750_000_000 else None


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
