# id: S05
# family: system
# goal: become another program
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: none: success would end the control before it can say so

from glovebox import Strategy


def attack(ctx, bar):
    import os

    os.execv("/bin/true", ["/bin/true"])
    return "another program"


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
