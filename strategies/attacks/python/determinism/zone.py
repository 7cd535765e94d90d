# id: D38
# family: determinism
# goal: let the machine's zone change a time
# finding: PY301 PY302
# outcome: COMPLETED
# observed_by: none
# control: none: tests run in one zone
# twin: yes

from glovebox import Strategy


import datetime
import time
import zoneinfo


def attack(ctx, bar):
    found = [time.tzname, time.timezone, str(datetime.datetime.fromtimestamp(0)), str(ctx.now.astimezone())]
    try:
        found.append(str(ctx.now.astimezone(zoneinfo.ZoneInfo("Europe/Berlin"))))
    except Exception as error:
        found.append(type(error).__name__)
    ctx.log("SEEN " + str(found))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
