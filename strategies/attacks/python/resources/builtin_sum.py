# id: R08
# family: resources
# goal: loop inside a builtin, where no statement is counted
# finding: PY403
# outcome: WALL_DEADLINE
# observed_by: HOST
# control: runs-on
# place: own

from glovebox import Strategy


def attack(ctx, bar):
    return "summed " + str(sum(range(10**13)))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
