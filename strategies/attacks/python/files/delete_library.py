# id: F33
# family: files
# goal: delete a file of the standard library for the next worker
# finding: PY105 PY302
# outcome: COMPLETED
# observed_by: none
# control: none: it would damage the library that other tests use

from glovebox import Strategy


import json
import os


def attack(ctx, bar):
    for call in (os.remove, os.unlink, os.rmdir):
        try:
            call(json.__file__)
            return "deleted"
        except OSError:
            continue
    os.rename(json.__file__, json.__file__ + "x")
    return "renamed"


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
