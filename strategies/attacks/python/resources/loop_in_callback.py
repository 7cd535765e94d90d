# id: R06
# family: resources
# goal: spend statements inside of a function that a builtin calls
# finding: PY409
# outcome: BUDGET_EXCEEDED
# observed_by: WORKER
# control: got-in

from glovebox import Strategy


def slow(value):
    for _ in range(100):
        value = -value
    return value


def attack(ctx, bar):
    return "sorted " + str(len(sorted(range(20_000), key=slow)))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
