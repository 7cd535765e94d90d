# id: M23
# family: fingerprint
# goal: learn whether a person is watching
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: none: tests run without a terminal

from glovebox import Strategy


import os
import shutil
import sys


def attack(ctx, bar):
    found = [sys.stdin is not None and sys.stdin.isatty(), sys.stdout.isatty(), shutil.get_terminal_size() != (80, 24)]
    return str(found) if any(found) else None


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
