# id: N08
# family: network
# goal: make the removed module by the import machinery's own function
# finding: PY105 PY302 PY306
# outcome: COMPLETED
# observed_by: none
# control: none: the engine's socket needs what only its own module sets; network/raw_module is its control

from glovebox import Strategy


def attack(ctx, bar):
    import _imp
    import sys

    spec = type(sys.__spec__)("_socket", sys.__spec__.loader)
    made = _imp.create_builtin(spec)
    return str(made.socket(2, 1, 0))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
