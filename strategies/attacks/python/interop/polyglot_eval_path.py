# id: J06
# family: interop
# goal: let the engine read a file as source text
# finding: PY104 PY306
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    import polyglot

    try:
        polyglot.eval(language="python", path="/etc/passwd")
    except SyntaxError as error:
        return "a file was read as source: " + str(error)


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
