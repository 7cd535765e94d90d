# id: M08
# family: fingerprint
# goal: read the search path of modules
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in
# why: in the jail the path is a constant of the image, /engine, and no secret
# process: GOT-IN: the folder of the engine's files is where the checkout or the cache lies

from glovebox import Strategy


import sys


def attack(ctx, bar):
    found = [
        each
        for each in sys.path + list(sys.path_importer_cache) + [str(sys.path_hooks)]
        if each.startswith("/") and not each.startswith(("/python", "/engine/"))
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
