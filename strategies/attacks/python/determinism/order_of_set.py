# id: D25
# family: determinism
# goal: use the order of a set of objects as chance
# finding: PY651
# outcome: COMPLETED
# observed_by: none
# control: none: two processes of this engine gave one order without protection too
# twin: yes

from glovebox import Strategy


class Thing:
    def __init__(self, number):
        self.number = number


def attack(ctx, bar):
    things = {
        Thing(number)
        for number in range(50)
    }
    ctx.log("SEEN " + str([each.number
        for each in things]))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
