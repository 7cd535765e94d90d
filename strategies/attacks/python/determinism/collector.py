# id: D27
# family: determinism
# goal: read the collector's counters
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: none: this engine's collector has no counters
# twin: yes

from glovebox import Strategy


import gc


def attack(ctx, bar):
    ctx.log("SEEN " + str([gc.get_count(), gc.collect(), gc.isenabled(), len(gc.get_objects()), str(gc.get_stats())]))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
