# id: S22
# family: system
# goal: change the environment that later processes inherit
# finding: PY306
# outcome: COMPLETED
# observed_by: none
# control: none: a dictionary of the guest's own; putenv is what reaches a process

from glovebox import Strategy


def attack(ctx, bar):
    import posix

    posix.putenv(b"LD_PRELOAD", b"/tmp/x.so")
    return "putenv had no objection"


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
