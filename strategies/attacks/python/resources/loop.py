# id: R01
# family: resources
# goal: run more statements in one call than the budget
# finding: PY409
# outcome: BUDGET_EXCEEDED
# observed_by: WORKER
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    count = 0
    while count < 1_100_000:
        count += 1
    return "ran " + str(count) + " loops"


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
