# id: J16
# family: interop
# goal: load the C library and call it
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: none: the control has no native support of the engine either; ctypes is not in its image

from glovebox import Strategy


def attack(ctx, bar):
    import sys

    for name in ("_ctypes", "ctypes"):
        sys.modules.pop(name, None)
    import ctypes

    return ctypes.CDLL(None).getpid()


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
