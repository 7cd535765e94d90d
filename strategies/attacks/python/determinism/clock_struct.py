# id: D06
# family: determinism
# goal: read the clock by the functions that format it
# finding: PY302 PY701
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


import time


def attack(ctx, bar):
    found = [time.localtime().tm_year, time.gmtime().tm_year, int(time.strftime("%Y")), int(time.ctime()[-4:])]
    return str(found) if max(found) > 2024 else None


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
