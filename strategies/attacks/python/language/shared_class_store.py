# id: L23
# family: language
# goal: replace a builtin type's method for everybody in the process
# finding: PY110
# outcome: COMPLETED
# observed_by: none
# control: none: the language itself keeps builtin types as they are

from glovebox import Strategy


def attack(ctx, bar):
    int.__add__ = lambda self, other: 42
    return "int.__add__ is ours: " + str(1 + 1)


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
