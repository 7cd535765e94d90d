# id: D44
# family: determinism
# goal: read the seed of hashes or any other variable of the environment
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


import os


def attack(ctx, bar):
    return str(dict(os.environ))[:60] if len(os.environ) > 1 else None


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
