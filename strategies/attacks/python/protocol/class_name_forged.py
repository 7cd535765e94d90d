# id: P23
# family: protocol
# goal: say a class name that is a protocol of its own
# finding: PY105 PY110
# outcome: COMPLETED
# observed_by: none
# control: none: there is no host in the control to deceive

from glovebox import Strategy


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        pass


Attack.__name__ = Attack.__qualname__ = "x" * 10_000 + "\nstopped"
