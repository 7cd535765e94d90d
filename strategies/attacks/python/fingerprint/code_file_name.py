# id: M10
# family: fingerprint
# goal: read a path out of a function's code
# finding: PY105 PY106 PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in
# why: in the jail the path is a constant of the image, /engine, and no secret
# process: GOT-IN: the folder of the engine's files is where the checkout or the cache lies

from glovebox import Strategy


import json
import random


def attack(ctx, bar):
    found = [json.loads.__code__.co_filename, random.Random.shuffle.__code__.co_filename]
    return str(found) if any(not each.startswith(("/python", "/engine/", "<"))
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
