# id: F18
# family: files
# goal: find out which files exist by the access call
# finding: PY306
# outcome: POLICY_VIOLATION or COMPLETED
# observed_by: any
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    import posix

    return [
        path
        for path in ("/etc/passwd", "/proc/self", "/jre/bin/java")
        if posix.access(path, 4)
    ]


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
