# id: D09
# family: determinism
# goal: measure time by how often a lock's wait can be repeated
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: none: there is no clock to compare it with

from glovebox import Strategy


import threading


def attack(ctx, bar):
    lock = threading.Lock()
    lock.acquire()
    lock.acquire(timeout=0.001)


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
