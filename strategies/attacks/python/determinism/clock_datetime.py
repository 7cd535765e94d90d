# id: D04
# family: determinism
# goal: read the date by the datetime module
# finding: PY202 PY701
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


import datetime


def attack(ctx, bar):
    found = [datetime.datetime.now(), datetime.datetime.today(), datetime.datetime.now(datetime.timezone.utc)]
    return str(found) if any(each.year > 2024
        for each in found) or datetime.date.today().year > 2024 else None


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
