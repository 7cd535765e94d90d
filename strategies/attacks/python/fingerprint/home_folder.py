# id: M19
# family: fingerprint
# goal: read the home folder
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


import os


def attack(ctx, bar):
    found = [os.path.expanduser("~"), os.getcwd()]
    return str(found) if found != ["/", "/"] else None


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
