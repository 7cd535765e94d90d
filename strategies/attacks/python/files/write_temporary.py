# id: F06
# family: files
# goal: leave a file behind for the next run
# finding: PY201 PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    import os

    with open("/tmp/glovebox-attack", "w") as file:
        file.write("left behind")
    os.remove("/tmp/glovebox-attack")
    return "wrote to /tmp"


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
