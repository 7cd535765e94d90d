# id: R21
# family: resources
# goal: parse text so deep that the parser uses up the stack
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: none: no stack is endless; what counts is which end it comes to

from glovebox import Strategy


import json


def attack(ctx, bar):
    json.loads("[" * 3_000 + "]" * 3_000)


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
