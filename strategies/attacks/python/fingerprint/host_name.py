# id: M01
# family: fingerprint
# goal: read the machine's name
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


import os
import platform


def attack(ctx, bar):
    names = [os.uname().nodename, platform.node()]
    return str(names) if names != ["worker", "worker"] else None


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
