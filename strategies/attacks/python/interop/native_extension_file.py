# id: J18
# family: interop
# goal: load a native library of the machine as an extension module
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: none: the library is no extension module; what counts is that it is not opened

from glovebox import Strategy


def attack(ctx, bar):
    import importlib.machinery
    import importlib.util

    path = "/usr/lib/x86_64-linux-gnu/libm.so.6"
    loader = importlib.machinery.ExtensionFileLoader("m", path)
    spec = importlib.util.spec_from_loader("m", loader)
    return "loaded " + str(importlib.util.module_from_spec(spec))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
