# id: F21
# family: files
# goal: run a file of the machine as code
# finding: PY104 PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    import runpy

    try:
        runpy.run_path("/etc/passwd")
    except SyntaxError as error:
        return "a file was read as code: " + str(error)


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
