# id: M27
# family: fingerprint
# goal: read the run's seed, to know the engine's draws before they are made
# finding: PY301
# outcome: COMPLETED
# observed_by: none
# control: none: the seed is part of the run's public spec and decides nothing outside of the guest

from glovebox import Strategy


def attack(ctx, bar):
    from glovebox._state import RUN

    return None if RUN.seed == 7 else "another seed"


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
