# id: D24
# family: determinism
# goal: read addresses out of texts
# finding: PY105
# outcome: COMPLETED
# observed_by: none
# control: got-in
# twin: yes

from glovebox import Strategy


def attack(ctx, bar):
    ctx.log("SEEN " + repr([object(), ctx, attack, Strategy(), lambda: 1, (x
        for x in ()), attack.__code__]))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
