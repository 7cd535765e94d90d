# id: P21
# family: protocol
# goal: announce orders that do not exist
# finding: PY110 PY113 PY119 PY301
# outcome: COMPLETED or STRATEGY_ERROR
# observed_by: any
# control: none: there is no host in the control to deceive

from glovebox import Strategy


from glovebox._state import RUN


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        RUN.intents = type("Endless", (list,), {"__len__": lambda self: 200, "__getitem__": lambda self, at: self})()
