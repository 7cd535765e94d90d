# id: M21
# family: fingerprint
# goal: read how much memory there is
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


import os


def attack(ctx, bar):
    found = [os.sysconf("SC_PAGE_SIZE"), os.sysconf("SC_NPROCESSORS_ONLN"), os.sysconf("SC_CLK_TCK")]
    return str(found) if any(each > 0
        for each in found) else None


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
