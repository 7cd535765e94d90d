# id: L43
# family: language
# goal: forget a patched module and import it anew
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


import sys


def attack(ctx, bar):
    sys.modules.pop("time", None)
    import time

    return time.time() if time.time() > 1_750_000_000 else None


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
