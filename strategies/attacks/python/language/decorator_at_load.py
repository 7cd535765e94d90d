# id: L15
# family: language
# goal: read a file from a decorator, at the module's load
# finding: PY112 PY201 PY504
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


found = []


def reads(function):
    try:
        with open("/etc/passwd") as file:
            found.append(file.read(20))
    except Exception:
        pass
    return function


@reads
def attack(ctx, bar):
    return found and found[0]


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
