# id: D20
# family: determinism
# goal: take names that are made by chance
# finding: PY302 PY406
# outcome: COMPLETED
# observed_by: none
# control: got-in
# twin: yes

from glovebox import Strategy


import tempfile


def attack(ctx, bar):
    names = tempfile._get_candidate_names()
    ctx.log("SEEN " + next(names))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
