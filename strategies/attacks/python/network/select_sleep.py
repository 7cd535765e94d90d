# id: N13
# family: network
# goal: wait for time to pass by a call that waits for descriptors
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: none: nothing is gained by waiting; what counts is that the run goes on in time

from glovebox import Strategy


def attack(ctx, bar):
    import select

    select.select([], [], [], 0.01)


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
