# id: D28
# family: determinism
# goal: learn when the collector ran by a weak reference
# finding: PY302 PY403
# outcome: COMPLETED
# observed_by: none
# control: none: the collector ran at the same points in both unprotected processes
# twin: yes

from glovebox import Strategy


import gc
import weakref


class Held:
    pass


def attack(ctx, bar):
    seen = []
    held = Held()
    watched = weakref.ref(held, lambda dead: seen.append(1))
    del held
    for _ in range(30):
        bytearray(2_000_000)
    gc.collect()
    ctx.log("SEEN " + str(watched() is None) + str(seen))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
