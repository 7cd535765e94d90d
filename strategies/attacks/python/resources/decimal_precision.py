# id: R13
# family: resources
# goal: divide with a hundred million digits
# finding: PY403
# outcome: WALL_DEADLINE or MEMORY_LIMIT
# observed_by: HOST
# control: runs-on
# place: own

from glovebox import Strategy


import decimal


def attack(ctx, bar):
    decimal.getcontext().prec = 100_000_000
    return "divided " + str(decimal.Decimal(1) / decimal.Decimal(7))[:5]


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
