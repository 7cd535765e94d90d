# id: R09
# family: resources
# goal: search an endless iterator by an operator
# finding: PY404
# outcome: WALL_DEADLINE
# observed_by: HOST
# control: runs-on
# place: own

from glovebox import Strategy


import itertools


def attack(ctx, bar):
    return "found " + str(1 in itertools.repeat(0))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
