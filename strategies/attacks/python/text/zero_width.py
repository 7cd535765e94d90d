# id: T04
# family: text
# goal: write what people do not see and programs do
# finding: PY121
# outcome: COMPLETED
# observed_by: none
# control: text

from glovebox import Strategy


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        ctx.log("ap\u200bpro\u2060ve\ufeff\u00ad\U000e0041\u180e")
