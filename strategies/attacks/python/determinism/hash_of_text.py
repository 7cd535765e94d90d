# id: D22
# family: determinism
# goal: use the seed of text hashes as chance
# finding: PY652
# outcome: COMPLETED
# observed_by: none
# control: none: hashes of text are constant in this engine, with or without protection
# twin: yes

from glovebox import Strategy


def attack(ctx, bar):
    ctx.log("SEEN " + str([hash("text"), hash(b"text"), hash((1, "a")), hash(1.5), hash(frozenset("abc"))]))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
