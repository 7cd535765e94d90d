# id: S06
# family: system
# goal: start a program by the newer call
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: none: this engine has no posix_spawn

from glovebox import Strategy


def attack(ctx, bar):
    import os

    return os.posix_spawn("/bin/true", ["/bin/true"], {})


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
