# id: R10
# family: resources
# goal: match a text that makes the pattern try exponentially many ways
# finding: PY301 PY414
# outcome: WALL_DEADLINE
# observed_by: HOST
# control: runs-on
# place: own

from glovebox import Strategy


import re


def attack(ctx, bar):
    return "matched " + str(re.match(r"(a|a?)+\1$", "a" * 64 + "b"))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
