# id: P19
# family: protocol
# goal: replace the hooks of the supervisor's half
# finding: PY106 PY302 PY406
# outcome: COMPLETED
# observed_by: none
# control: none: there is no host in the control to deceive

from glovebox import Strategy


import sys


def attack(ctx, bar):
    frame = sys._getframe()
    while frame is not None:
        names = frame.f_globals
        if "bar_hook" in names:
            names["bar_hook"] = names["stop"] = names["bar"] = lambda *given: 10**6
            return None
        frame = frame.f_back


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
