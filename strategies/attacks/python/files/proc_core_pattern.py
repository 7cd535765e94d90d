# id: F15
# family: files
# goal: let the kernel start a program of ours
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: none: it must not be tried outside of the jail

from glovebox import Strategy


def attack(ctx, bar):
    import os

    return os.open("/proc/sys/kernel/core_pattern", os.O_WRONLY)


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
