# id: R12
# family: resources
# goal: write a large number as text, which takes quadratic time
# finding: PY403
# outcome: COMPLETED
# observed_by: none
# control: none: the language itself limits it

from glovebox import Strategy


def attack(ctx, bar):
    return "digits " + str(len(str(1 << 400_000)))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
