# id: F17
# family: files
# goal: find out which files exist
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    import os

    found = [
        path
        for path in ("/etc/passwd", "/proc/self", "/root", "/home", "/jre", "/app")
        if os.path.exists(path)
    ]
    return found


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
