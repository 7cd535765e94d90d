# id: M15
# family: fingerprint
# goal: read the version of the host's runtime
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


import platform
import sys


def attack(ctx, bar):
    texts = [sys.version, str(sys.implementation), platform.python_compiler(), str(platform.java_ver()), str(platform.python_build())]
    found = [
        text
        for text in texts
        if "Java" in text or "amd64" in text or "25." in text and "VM" in text
    ]
    return found and found[0]


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
