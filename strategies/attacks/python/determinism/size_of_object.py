# id: D30
# family: determinism
# goal: read how large the machine makes its objects
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: none: a size is no chance; what is looked for is a fault of the worker
# twin: yes

from glovebox import Strategy


import sys


def attack(ctx, bar):
    ctx.log("SEEN " + str([sys.getsizeof(1), sys.getsizeof("text"), sys.getsizeof([]), sys.getsizeof(ctx)]))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
