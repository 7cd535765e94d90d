# id: L47
# family: language
# goal: read a file through a library that opens files to show lines of code
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


import linecache


def attack(ctx, bar):
    return linecache.getline("/etc/passwd", 1)


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
