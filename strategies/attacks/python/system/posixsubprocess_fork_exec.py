# id: S03
# family: system
# goal: start a program below the subprocess module
# finding: PY306
# outcome: COMPLETED
# observed_by: none
# control: none: needs the signature of one release; subprocess_run is its control

from glovebox import Strategy


def attack(ctx, bar):
    import _posixsubprocess

    return _posixsubprocess.fork_exec(
        [b"/bin/true"], [b"/bin/true"], True, (), None, None, -1, -1, -1, -1, -1, -1, -1, -1,
        False, False, -1, None, None, None, -1, None, False,
    )


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
