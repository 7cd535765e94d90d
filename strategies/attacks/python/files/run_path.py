# id: F21
# family: files
# goal: run a file of the machine as code
# finding: none
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    import runpy

    runpy.run_path("/etc/hostname")
    return "ran a file"


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
