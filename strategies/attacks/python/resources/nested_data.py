# id: R20
# family: resources
# goal: make data so deep that comparing or printing it uses up the stack
# finding: PY410
# outcome: RECURSION_LIMIT or COMPLETED
# observed_by: any
# control: none: no stack is endless; what counts is which end it comes to

from glovebox import Strategy


def attack(ctx, bar):
    deep = []
    for _ in range(3_000):
        deep = [deep]
    repr(deep) == repr([deep])


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
