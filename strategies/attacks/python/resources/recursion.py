# id: R18
# family: resources
# goal: use up the stack
# finding: PY402
# outcome: RECURSION_LIMIT
# observed_by: WORKER
# control: none: no stack is endless; what counts is which end it comes to

from glovebox import Strategy


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        self.on_bar(ctx, bar)
