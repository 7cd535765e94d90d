# id: D39
# family: determinism
# goal: let an earlier strategy's decimal context change a number
# finding: none
# outcome: COMPLETED
# observed_by: none
# control: none: a context of its own for each run, with or without protection
# twin: yes

from glovebox import Strategy


import decimal


def attack(ctx, bar):
    ctx.log("SEEN " + str(decimal.getcontext()) + str(decimal.Decimal(1) / 7))
    decimal.getcontext().prec = 3


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
