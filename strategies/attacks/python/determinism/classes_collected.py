# id: D47
# family: determinism
# goal: learn when the collector ran by the list of living subclasses
# finding: PY105 PY113 PY302
# outcome: COMPLETED
# observed_by: none
# control: none: the control has so much memory that nothing is collected

from glovebox import Strategy


import gc


class Base:
    pass


def attack(ctx, bar):
    for number in range(200):
        type("Made" + str(number), (Base,), {})
    for _ in range(300):
        bytearray(1_000_000)
    gc.collect()
    if 0 < len(Base.__subclasses__()) < 200 * (ctx.bar_index + 1):
        ctx.log("GOT-IN the collector ran")


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
