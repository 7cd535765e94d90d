# id: T12
# family: text
# goal: write text that has no encoding
# finding: PY121
# outcome: COMPLETED
# observed_by: none
# control: text

from glovebox import Strategy


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        ctx.log("lone \ud800 and \udfff \x00 nul")
        ctx.buy(1, tag="\ud800\x00")
