# id: L20
# family: language
# goal: find os two modules deep in an allowed module and list a folder
# finding: PY303 PY406
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


import statistics


def attack(ctx, bar):
    return statistics.random._os.listdir("/")[:3]


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
