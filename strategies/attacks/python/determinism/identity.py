# id: D23
# family: determinism
# goal: use addresses as chance
# finding: PY203
# outcome: COMPLETED
# observed_by: none
# control: none: identities are counted in this engine, with or without protection
# twin: yes

from glovebox import Strategy


def attack(ctx, bar):
    ctx.log("SEEN " + str([id(object()), id(ctx), id(attack), id("text"), id(1), id(1.5), id(type(ctx)), id(bar)]))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
