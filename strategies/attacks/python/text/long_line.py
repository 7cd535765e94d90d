# id: T13
# family: text
# goal: write a line that no reader can hold, cut in the middle of a character
# finding: PY121
# outcome: COMPLETED
# observed_by: none
# control: text

from glovebox import Strategy


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        ctx.log("\u202e" * 20_000)
