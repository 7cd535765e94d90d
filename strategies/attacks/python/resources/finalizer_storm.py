# id: R29
# family: resources
# goal: let a million objects with finalizers pile up
# finding: PY111 PY409
# outcome: BUDGET_EXCEEDED
# observed_by: WORKER
# control: none: this engine never runs __del__; that statements of the loop count is shown by resources/loop

from glovebox import Strategy


class Heavy:
    def __del__(self):
        Heavy()


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        for _ in range(1_000_000):
            Heavy()
        ctx.log("GOT-IN a million finalizers")
