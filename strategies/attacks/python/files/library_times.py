# id: F30
# family: files
# goal: read the clock from the times of the library's files, the last use among them
# finding: PY105 PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


import json
import os


def attack(ctx, bar):
    found = os.stat(json.__file__)
    return str(found) if max(found.st_atime, found.st_mtime, found.st_ctime) > 1_700_000_000 else None


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
