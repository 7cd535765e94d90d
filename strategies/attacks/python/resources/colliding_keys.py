# id: R30
# family: resources
# goal: make a dictionary slow by keys of one hash
# finding: PY413
# outcome: BUDGET_EXCEEDED
# observed_by: WORKER
# control: none: it takes too long without a budget

from glovebox import Strategy


class Same:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        return self is other


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        keys = {}
        for _ in range(20_000):
            keys[Same()] = 1
        ctx.log("GOT-IN 20 thousand colliding keys")
