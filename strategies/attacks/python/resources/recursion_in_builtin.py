# id: R19
# family: resources
# goal: use up the stack below builtins, where it is the host language's
# finding: PY402
# outcome: RECURSION_LIMIT
# observed_by: WORKER
# control: none: no stack is endless; what counts is which end it comes to

from glovebox import Strategy


class Deep:
    def __repr__(self):
        return repr([self])


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        repr(Deep())
