# id: T10
# family: text
# goal: overwrite the start of a line
# finding: PY121
# outcome: COMPLETED
# observed_by: none
# control: text

from glovebox import Strategy


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        ctx.log("a loss of everything\rno loss at all      ")
