# id: J19
# family: interop
# goal: reach the native interface of the engine by its own package
# finding: PY301
# outcome: COMPLETED
# observed_by: none
# control: none: the package is not in the control's image either

from glovebox import Strategy


def attack(ctx, bar):
    import _cffi_backend

    return str(_cffi_backend.dlopen(None))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
