# id: J08
# family: interop
# goal: change how foreign objects behave for everybody in the engine
# finding: PY112 PY306
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    import polyglot

    @polyglot.interop_behavior(Strategy)
    class Behaviour:
        @staticmethod
        def is_string(v):
            return True

        @staticmethod
        def as_string(v):
            return "lie"

    return "registered " + str(polyglot.get_registered_interop_behavior(Strategy))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
