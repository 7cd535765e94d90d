# id: F34
# family: files
# goal: put a file of our own beside the library's modules
# finding: PY105 PY201 PY302
# outcome: COMPLETED
# observed_by: none
# control: none: it would damage the library that other tests use

from glovebox import Strategy


import json
import os


def attack(ctx, bar):
    folder = os.path.dirname(json.__file__)
    for mode in ("w", "x", "a", "w+b"):
        try:
            open(folder + "/left.py", mode).close()
            return "created by mode " + mode
        except OSError:
            continue
    os.mkdir(folder + "/left")
    return "made a folder"


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
