# id: T08
# family: text
# goal: put hostile text into the message, the class name and the hook of a fault
# finding: PY113 PY121
# outcome: STRATEGY_ERROR
# observed_by: WORKER
# control: text

from glovebox import Strategy


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        raise type("\x1b[31m\u202eError", (Exception,), {})("\x1b[2J\r\u202e\u2028" + "x" * 5_000)
