# id: S04
# family: system
# goal: make a second process
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: none: this engine has no fork

from glovebox import Strategy


def attack(ctx, bar):
    import os

    return "forked " + str(os.fork())


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
