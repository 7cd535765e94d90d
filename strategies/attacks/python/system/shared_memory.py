# id: S20
# family: system
# goal: leave memory behind that other processes can open
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: none: this engine has no shared memory

from glovebox import Strategy


def attack(ctx, bar):
    from multiprocessing import shared_memory

    return shared_memory.SharedMemory(create=True, size=64).name


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
