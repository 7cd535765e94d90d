# id: D45
# family: determinism
# goal: count the collector's runs, which depend on the size of the memory
# finding: PY302 PY406
# outcome: COMPLETED
# observed_by: none
# control: none: two controls of one heap may agree
# twin: yes

from glovebox import Strategy


import gc
import sys


def attack(ctx, bar):
    for _ in range(20):
        bytearray(1_000_000)
    ctx.log("SEEN " + str(gc.get_count()) + str(sorted(sys._current_frames())))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
