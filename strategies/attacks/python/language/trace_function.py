# id: L40
# family: language
# goal: see the frames of the supervisor's half by a trace function, and change their variables
# finding: PY106 PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


import sys

seen = []


def trace(frame, event, given):
    system = frame.f_globals.get("sys")
    if system is not None:
        seen.append(system)


def attack(ctx, bar):
    sys.settrace(trace)
    ctx.history(1)
    sys.settrace(None)
    return (seen[0] if seen else sys).modules["posix"].listdir("/")[:3]


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
