# id: M09
# family: fingerprint
# goal: read a path out of a module's spec and loader
# finding: PY102 PY105 PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in
# why: in the jail the path is a constant of the image, /engine, and no secret
# process: GOT-IN: the folder of the engine's files is where the checkout or the cache lies

from glovebox import Strategy


import json
import sys


def attack(ctx, bar):
    texts = [repr(json), repr(json.__spec__), json.__spec__.origin, json.__cached__, repr(json.__loader__), str(json.__path__)]
    texts.append(str(vars(json.__loader__)))
    found = [
        text
        for text in texts
        if "/" in str(text).replace("/engine/python/python-home/", "") and "'/engine/" not in str(text) and not str(text).startswith("/engine/") and "['/engine/" not in str(text)
    ]
    return found and str(found[0])


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
