# id: D03
# family: determinism
# goal: read a clock by its number
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: none: this engine has no clocks by number; the prelude adds them

from glovebox import Strategy


import time


def attack(ctx, bar):
    for number in range(12):
        value = time.clock_gettime(number)
        if abs(value - bar.close_time.timestamp()) > 1:
            return "clock " + str(number) + ": " + str(value)


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
