# id: S24
# family: system
# goal: open a terminal pair
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: none: not everywhere where tests run are there terminals

from glovebox import Strategy


def attack(ctx, bar):
    import pty

    return pty.openpty()


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
