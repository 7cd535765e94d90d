# id: M18
# family: fingerprint
# goal: read who is logged in
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


import getpass
import os


def attack(ctx, bar):
    found = [os.getuid(), os.getgid()]
    try:
        found.append(getpass.getuser())
    except (OSError, ImportError, KeyError):
        pass
    return str(found) if found != [65534, 65534] else None


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
