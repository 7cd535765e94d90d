# id: L32
# family: language
# goal: find an original function among all objects of the collector
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: none: this engine's collector lists no objects, with or without protection

from glovebox import Strategy


import gc


def attack(ctx, bar):
    for each in gc.get_objects():
        if getattr(each, "__name__", "") == "time" and each() > 1_750_000_000:
            return each()


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
