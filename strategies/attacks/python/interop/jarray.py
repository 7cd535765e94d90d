# id: J04
# family: interop
# goal: make a Java array
# finding: PY302 PY306
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    import sys

    sys.modules.pop("jarray", None)
    sys.modules.pop("java", None)
    import jarray

    return str(jarray.array([1, 2], "i"))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
