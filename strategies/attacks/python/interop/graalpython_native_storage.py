# id: J12
# family: interop
# goal: turn a list into native memory
# finding: PY306
# outcome: COMPLETED
# observed_by: none
# control: none: without native support of the engine it fails in the control as well

from glovebox import Strategy


def attack(ctx, bar):
    import __graalpython__

    return "native memory: " + repr(__graalpython__.storage_to_native_primitive([1, 2, 3]))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
