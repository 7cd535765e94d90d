# id: R11
# family: resources
# goal: compute a number beyond all memory
# finding: PY403
# outcome: STRATEGY_ERROR or MEMORY_LIMIT or WALL_DEADLINE
# observed_by: any
# control: none: it never ends, or ends the control
# place: own

from glovebox import Strategy


def attack(ctx, bar):
    return "computed " + str((10**10**9) % 7)


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
