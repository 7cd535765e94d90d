# id: S07
# family: system
# goal: signal a process
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: none: the engine emulates process numbers and finds no such process

from glovebox import Strategy


def attack(ctx, bar):
    import os

    os.kill(os.getpid(), 0)
    return "a signal could be sent to process " + str(os.getpid())


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
