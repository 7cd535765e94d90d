# id: J13
# family: interop
# goal: make a Java class from Python through the compiler's hook
# finding: PY302 PY306
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    import __graalpython__
    import sys

    sys.modules.pop("java", None)
    import java

    made = __graalpython__.build_java_class({"run": lambda self: 1}, "Made", java.lang.Object)
    return str(made)


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
