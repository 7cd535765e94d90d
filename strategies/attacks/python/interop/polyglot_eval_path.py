# id: J06
# family: interop
# goal: let the engine read a file as source text
# finding: none
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    import polyglot

    polyglot.eval(language="python", path="/etc/hostname")

    return "a file was read as source"


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
