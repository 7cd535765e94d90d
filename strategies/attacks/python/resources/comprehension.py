# id: R03
# family: resources
# goal: spend statements in a comprehension
# finding: PY409
# outcome: BUDGET_EXCEEDED
# observed_by: WORKER
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    found = [
        each
        for each in range(1_500_000)
        if each < 0
    ]
    return "filtered 1.5 million, " + str(len(found))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
