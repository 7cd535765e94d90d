# id: M06
# family: fingerprint
# goal: read how busy the machine is
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


import os


def attack(ctx, bar):
    return str(os.getloadavg()) if any(os.getloadavg()) else None


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
