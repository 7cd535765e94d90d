# id: L11
# family: language
# goal: read a path of the machine by a format template that walks attributes
# finding: PY108 PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in
# why: in the jail the path is a constant of the image, /engine, and no secret
# process: GOT-IN: the folder of the engine's files is where the checkout or the cache lies

from glovebox import Strategy


import json


def attack(ctx, bar):
    text = "{0.__file__}".format(json)
    return text if not text.startswith("/engine/") else None


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
