# id: J02
# family: interop
# goal: undo the removal of the java module and import it again
# finding: PY302 PY306
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    import sys

    sys.modules.pop("java", None)
    import java

    return java.type("java.lang.Runtime").getRuntime().availableProcessors()


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
