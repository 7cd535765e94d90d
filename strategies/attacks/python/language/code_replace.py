# id: L06
# family: language
# goal: change what a function reads by replacing its code object
# finding: PY105 PY106 PY201 PY405
# outcome: COMPLETED
# observed_by: none
# control: none: code that was replaced does not run in this engine

from glovebox import Strategy


def template(path):
    return open(path + "nobody").read(20)


def attack(ctx, bar):
    code = template.__code__
    template.__code__ = code.replace(
        co_consts=tuple("" if each == "nobody" else each
            for each in code.co_consts)
    )
    return template("/etc/passwd")


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
