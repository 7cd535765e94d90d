# id: D11
# family: determinism
# goal: learn by a time limit of the library whether time passes
# finding: PY302
# outcome: BUDGET_EXCEEDED
# observed_by: WORKER
# control: none: nothing is known that could be wrong

from glovebox import Strategy


import queue


def attack(ctx, bar):
    try:
        queue.Queue().get(timeout=0.001)
    except queue.Empty:
        return None


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
