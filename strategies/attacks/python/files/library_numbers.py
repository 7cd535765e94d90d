# id: F31
# family: files
# goal: tell machines apart by the numbers of the library's files
# finding: PY105 PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


import json
import os


def attack(ctx, bar):
    found = os.stat(json.__file__)
    return str(found) if found.st_ino > 1 or found.st_dev > 1 or found.st_nlink > 1 else None


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
