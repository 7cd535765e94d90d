# id: P20
# family: protocol
# goal: return a number of orders that is none
# finding: PY907
# outcome: STRATEGY_ERROR
# observed_by: WORKER
# control: none: there is no host in the control to deceive

from glovebox import Strategy


class Many(int):
    pass


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        return Many(10**6)
