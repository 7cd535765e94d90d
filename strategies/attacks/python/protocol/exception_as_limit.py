# id: P22
# family: protocol
# goal: raise the supervisor's own exceptions, to be blamed on the host
# finding: PY301
# outcome: INTENT_LIMIT
# observed_by: WORKER
# control: none: there is no host in the control to deceive

from glovebox import Strategy


from glovebox._state import IntentLimit


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        raise IntentLimit("forged")
