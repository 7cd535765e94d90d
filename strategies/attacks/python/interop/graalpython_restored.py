# id: J10
# family: interop
# goal: make the engine's helper module once more with everything that was taken out of it
# finding: PY105 PY119 PY302 PY306
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    import _imp
    import sys

    spec = type(sys.__spec__)("__graalpython__", sys.__spec__.loader)
    made = _imp.create_builtin(spec)
    return made.time_millis()


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
