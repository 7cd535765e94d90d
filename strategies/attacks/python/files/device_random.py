# id: F29
# family: files
# goal: read the kernel's randomness
# finding: PY306
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    import posix

    opened = posix.open("/dev/urandom", 0)
    return "opened: " + str(posix.read(opened, 8))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
