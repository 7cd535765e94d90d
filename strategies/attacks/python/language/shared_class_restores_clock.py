# id: L24
# family: language
# goal: delete the clock's replacement and let a reload bring the original back
# finding: PY110 PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


import importlib
import time


def attack(ctx, bar):
    time.time = None if time.time() < 1_750_000_000 else time.time
    try:
        importlib.reload(time)
    except AttributeError:
        pass
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
