# id: S15
# family: system
# goal: close the descriptors of the worker, the stream to the host among them
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: none: descriptors of the engine are numbers of its own, not the process's

from glovebox import Strategy


def attack(ctx, bar):
    import os

    closed = 0
    for number in range(3, 64):
        try:
            os.close(number)
            closed += 1
        except OSError:
            pass
    return "closed " + str(closed) if closed else None


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
