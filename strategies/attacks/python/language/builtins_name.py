# id: L18
# family: language
# goal: use the interpreter's own name for the builtins
# finding: PY102 PY103
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    names = __builtins__ if isinstance(__builtins__, dict) else vars(__builtins__)
    return names["open"]("/etc/passwd").read(20)


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
