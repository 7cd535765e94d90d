# id: M09
# family: fingerprint
# goal: read a path out of a module's spec and loader
# finding: none
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


import json
import sys


def attack(ctx, bar):
    texts = [repr(json), repr(json.__spec__), json.__spec__.origin, json.__cached__, repr(json.__loader__), str(json.__path__)]
    texts.append(str(vars(json.__loader__)))
    found = [
        text
        for text in texts
        if "/" in str(text) and "/python" not in str(text).split("'/")[-1][:8] and not str(text).startswith("/python")
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
