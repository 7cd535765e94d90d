# id: T03
# family: text
# goal: show the log's text in another order than it has
# finding: PY121
# outcome: COMPLETED
# observed_by: none
# control: text

from glovebox import Strategy


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        ctx.log("loss \u202e001 tiforp\u202c \u2066\u2067x\u2069\u2069")
        ctx.buy(1, tag="\u202egnorw")
