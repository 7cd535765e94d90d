# id: L27
# family: language
# goal: run code from __del__, when no hook runs and nobody counts statements
# finding: PY111 PY302
# outcome: COMPLETED
# observed_by: none
# control: none: this engine never runs __del__, with or without protection

from glovebox import Strategy


class Last:
    def __del__(self):
        print("GOT-IN a finalizer ran")


def attack(ctx, bar):
    for _ in range(100):
        Last()
    import gc

    gc.collect()


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
