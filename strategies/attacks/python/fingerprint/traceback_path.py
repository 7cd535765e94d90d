# id: M11
# family: fingerprint
# goal: read a path out of a traceback's text
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in
# why: in the jail the path is a constant of the image, /engine, and no secret
# process: GOT-IN: the folder of the engine's files is where the checkout or the cache lies

from glovebox import Strategy


import json
import traceback


def attack(ctx, bar):
    try:
        json.loads("{")
    except ValueError:
        lines = traceback.format_exc().splitlines()
    found = [
        line
        for line in lines
        if 'File "/' in line and 'File "/engine/' not in line
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
