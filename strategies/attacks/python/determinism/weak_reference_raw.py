# id: D46
# family: determinism
# goal: learn when the collector ran by the engine's own type of weak references
# finding: PY105 PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


import gc


class Held:
    pass


def attack(ctx, bar):
    for each in object.__subclasses__():
        if each.__name__ == "ReferenceType":
            watched = each(Held())
            for _ in range(300):
                bytearray(1_000_000)
            gc.collect()
            if watched() is None:
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
