# id: S18
# family: system
# goal: end the run as if it had come to its end
# finding: PY302
# outcome: STRATEGY_ERROR
# observed_by: WORKER
# control: none: an exit is no gain; what counts is that it is not taken for a good end

from glovebox import Strategy


import sys


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        sys.exit(0)
