# id: F11
# family: files
# goal: read the worker's environment
# finding: PY306
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    import posix

    opened = posix.open("/proc/self/environ", 0)
    return "opened: " + str(posix.read(opened, 20))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
