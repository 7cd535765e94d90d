# id: J20
# family: interop
# goal: start a second interpreter that has no prelude
# finding: PY301
# outcome: COMPLETED
# observed_by: none
# control: none: this engine has no second interpreters

from glovebox import Strategy


def attack(ctx, bar):
    import _xxsubinterpreters

    made = _xxsubinterpreters.create()
    _xxsubinterpreters.run_string(made, "import time\nprint('GOT-IN', time.time())")
    return "a second interpreter " + str(made)


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
