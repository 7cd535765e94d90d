# id: S09
# family: system
# goal: arm a timer that interrupts later
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    import signal

    signal.setitimer(signal.ITIMER_REAL, 1000.0)
    left = signal.getitimer(signal.ITIMER_REAL)
    return "armed " + str(left) if left[0] > 0 else None


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
