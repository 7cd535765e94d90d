# id: F07
# family: files
# goal: make a temporary file by the library
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    import tempfile

    with tempfile.TemporaryFile() as file:
        return "a temporary file, " + str(file.write(b"x"))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
