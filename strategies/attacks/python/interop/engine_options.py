# id: J21
# family: interop
# goal: find the engine's options and properties from inside
# finding: PY119 PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    import sys

    found = [
        name
        for name in ("__graalpython__", "polyglot", "java")
        if hasattr(sys.modules.get(name), "type") or hasattr(sys.modules.get(name), "get_python_home_paths")
    ]
    return found and found[0]


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
