# id: R02
# family: resources
# goal: catch the end of the budget and go on
# finding: PY409
# outcome: BUDGET_EXCEEDED
# observed_by: WORKER
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    count = 0
    while count < 1_200_000:
        try:
            while count < 1_200_000:
                count += 1
        except BaseException:
            count += 1
        finally:
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
