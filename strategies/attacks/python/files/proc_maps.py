# id: F13
# family: files
# goal: read the address space of the worker
# finding: PY306
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    import posix

    opened = posix.open("/proc/self/maps", 0)
    return "opened: " + str(posix.read(opened, 40))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
