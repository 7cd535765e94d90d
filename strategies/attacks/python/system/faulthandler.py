# id: S23
# family: system
# goal: dump the stacks of every thread
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: none: this engine's faulthandler writes to a descriptor that nobody reads

from glovebox import Strategy


def attack(ctx, bar):
    import faulthandler
    import sys

    faulthandler.dump_traceback(sys.stderr)


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
