# id: P04
# family: protocol
# goal: read the secret that the host sent by stdin
# finding: PY302 PY306
# outcome: COMPLETED
# observed_by: none
# control: none: the secret is the host's; there is none in the control

from glovebox import Strategy


def attack(ctx, bar):
    import posix
    import sys

    text = sys.stdin.read(1) if sys.stdin else ""
    return text or posix.read(0, 10)


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
