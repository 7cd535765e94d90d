# id: R27
# family: resources
# goal: wait for a lock that nobody will release
# finding: PY302
# outcome: WALL_DEADLINE or COMPLETED
# observed_by: any
# control: runs-on
# place: own

from glovebox import Strategy


import _thread


def attack(ctx, bar):
    lock = _thread.allocate_lock()
    lock.acquire()
    lock.acquire()
    return "acquired twice"


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
