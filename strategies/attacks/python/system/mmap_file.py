# id: S11
# family: system
# goal: map a file of the machine
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    import mmap
    import os

    fd = os.open("/etc/passwd", os.O_RDONLY)
    return mmap.mmap(fd, 16, access=mmap.ACCESS_READ)[0:8]


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
