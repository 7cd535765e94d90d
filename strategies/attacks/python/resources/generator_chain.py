# id: R04
# family: resources
# goal: spend statements in generators that feed each other
# finding: PY410
# outcome: BUDGET_EXCEEDED
# observed_by: WORKER
# control: got-in

from glovebox import Strategy


def through(source):
    for each in source:
        yield each


def attack(ctx, bar):
    chain = range(30_000)
    for _ in range(40):
        chain = through(chain)
    return "pulled " + str(sum(chain)) + " through generators"


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
