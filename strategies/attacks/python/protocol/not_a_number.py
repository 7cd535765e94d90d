# id: P15
# family: protocol
# goal: order quantities and prices that no comparison catches
# finding: PY802
# outcome: COMPLETED
# observed_by: none
# control: none: there is no host in the control that denies

from glovebox import Strategy


def attack(ctx, bar):
    for value in (float("nan"), float("inf"), -float("inf"), -0.0, 1e308, 5e-324, True, None, "1e400", "nan", b"1", 10**400):
        ctx.buy(value)
        if value is not None:
            ctx.buy(1, limit=value)
    return "bought " + str(ctx.position) if ctx.position != 0 else None


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
