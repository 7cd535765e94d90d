# id: D29
# family: determinism
# goal: learn when the collector ran by a dictionary that forgets
# finding: PY302 PY403
# outcome: COMPLETED
# observed_by: none
# control: none: nothing was collected in either unprotected process in that time
# twin: yes

from glovebox import Strategy


import gc
import weakref


class Held:
    pass


kept = weakref.WeakValueDictionary()


def attack(ctx, bar):
    for number in range(2_000):
        kept[number + 2_000 * ctx.bar_index] = Held()
    bytearray(20_000_000)
    gc.collect()
    ctx.log("SEEN " + str(len(kept)))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
