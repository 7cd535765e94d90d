# id: M07
# family: fingerprint
# goal: read where the library lies on this machine
# finding: PY105 PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in
# why: in the jail the path is a constant of the image, /engine, and no secret
# process: GOT-IN: the folder of the engine's files is where the checkout or the cache lies

from glovebox import Strategy


import sys


def attack(ctx, bar):
    known = ("/python", "/engine/", "<", "frozen", "built-in")
    found = []
    for name, module in list(sys.modules.items()):
        file = getattr(module, "__file__", None)
        if isinstance(file, str) and not file.startswith(known) and file != "strategy.py":
            found.append(file)
    return found[0] if found else None


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
