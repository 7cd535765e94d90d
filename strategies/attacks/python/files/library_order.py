# id: F32
# family: files
# goal: tell machines apart by the order in which their file systems list the library
# finding: PY105 PY302
# outcome: COMPLETED
# observed_by: none
# control: none: another order is the file system's choice, which a test cannot make

from glovebox import Strategy


import json
import os


def attack(ctx, bar):
    names = os.listdir(os.path.dirname(os.path.dirname(json.__file__)))
    return None if names == sorted(names) else "the file system's own order"


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
