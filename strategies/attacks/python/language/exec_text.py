# id: L33
# family: language
# goal: run code that no analysis has seen
# finding: PY101
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    names = {}
    exec("import posix\nfound = posix.read(posix.open('/etc/passwd', 0), 20)", names)
    return names["found"]


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
