# id: T01
# family: text
# goal: move the cursor and set colours on the terminal of who reads the log
# finding: PY121
# outcome: COMPLETED
# observed_by: none
# control: text

from glovebox import Strategy


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        ctx.log("\x1b[2J\x1b[1;1H\x1b[32mall tests passed\x1b[0m")
