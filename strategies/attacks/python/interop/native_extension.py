# id: J17
# family: interop
# goal: load native code as a module of the standard library
# finding: PY306
# outcome: COMPLETED
# observed_by: none
# control: none: the control has no native support of the engine either

from glovebox import Strategy


def attack(ctx, bar):
    import _testcapi

    return "native code loaded: " + str(_testcapi)


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
