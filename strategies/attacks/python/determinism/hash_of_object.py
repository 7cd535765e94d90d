# id: D21
# family: determinism
# goal: use hashes of identity as chance
# finding: PY652
# outcome: COMPLETED
# observed_by: none
# control: got-in
# twin: yes

from glovebox import Strategy


def attack(ctx, bar):
    ctx.log("SEEN " + str([hash(object()), hash(ctx), hash(attack), hash(type(ctx)), hash(None), hash(Strategy)]))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
