# id: F25
# family: files
# goal: make a database file
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: none: the module is native, which the control does not have either

from glovebox import Strategy


def attack(ctx, bar):
    import sqlite3

    return str(sqlite3.connect("/tmp/glovebox-attack.db"))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
