# id: R05
# family: resources
# goal: spend statements at the module's load
# finding: PY409
# outcome: BUDGET_EXCEEDED
# observed_by: WORKER
# control: got-in

from glovebox import Strategy


count = 0
while count < 1_100_000:
    count += 1


def attack(ctx, bar):
    return "ran " + str(count) + " loops before the first hook"


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
