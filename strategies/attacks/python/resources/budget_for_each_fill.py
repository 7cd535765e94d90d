# id: R07
# family: resources
# goal: get many budgets in one set by hooks that are called in turn
# finding: PY409
# outcome: BUDGET_EXCEEDED
# observed_by: WORKER
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    for _ in range(3):
        for hook in (Strategy.on_fill, Strategy.on_order, Strategy.on_stop):
            for _ in range(150_000):
                hook(None, ctx, bar) if hook is not Strategy.on_stop else hook(None, ctx)
    return "called hooks 1.35 million times"


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
