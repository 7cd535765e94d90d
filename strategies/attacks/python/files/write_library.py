# id: F05
# family: files
# goal: change a file of the standard library for the next worker
# finding: PY105 PY201 PY302
# outcome: COMPLETED
# observed_by: none
# control: none: it would damage the library that other tests use

from glovebox import Strategy


def attack(ctx, bar):
    import json

    with open(json.__file__, "r+") as file:
        file.write("#")
    return "wrote into the library"


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
