# id: M16
# family: fingerprint
# goal: learn whether a compiler is there
# finding: PY102 PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


import sys


def attack(ctx, bar):
    texts = [sys.version, str(getattr(sys, "graalpy_version_info", "")), str(vars(sys.implementation))]
    return "mode is told" if "Interpreted" in str(texts) or "Hotspot" in str(texts) else None


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
