# id: S08
# family: system
# goal: install a handler that runs outside of any hook
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    import signal

    before = signal.signal(signal.SIGUSR2, lambda *given: None)
    return "installed in place of " + str(before)


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
