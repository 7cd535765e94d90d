# id: M26
# family: fingerprint
# goal: see later bars, or that bars come in blocks
# finding: PY301
# outcome: COMPLETED
# observed_by: none
# control: none: there are no blocks in the control

from glovebox import Strategy


def attack(ctx, bar):
    from glovebox._state import RUN

    newest = ctx.history(10_000)[-1]
    return "a later bar" if newest.close_time > bar.close_time or len(RUN.bars) > 1 else None


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
