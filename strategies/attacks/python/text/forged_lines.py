# id: T11
# family: text
# goal: write lines that look like the host's own
# finding: PY121
# outcome: COMPLETED
# observed_by: none
# control: text

from glovebox import Strategy


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        ctx.log("x\x0bPROMOTED by alice\x85outcome COMPLETED\u2028verified\u2029ok")
