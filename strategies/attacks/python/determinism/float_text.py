# id: D43
# family: determinism
# goal: let the machine's arithmetic differ
# finding: none
# outcome: COMPLETED
# observed_by: none
# control: none: arithmetic is the host language's, strict everywhere
# twin: yes

from glovebox import Strategy


import math


def attack(ctx, bar):
    ctx.log("SEEN " + str([math.sin(1e22), math.exp(700.1), 0.1 + 0.2, math.fsum([0.1] * 10), 2**0.5, math.gamma(5.5)]))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
