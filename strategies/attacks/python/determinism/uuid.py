# id: D19
# family: determinism
# goal: make unique numbers of the machine and of chance
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in
# twin: yes

from glovebox import Strategy


import uuid


def attack(ctx, bar):
    ctx.log("SEEN " + str(uuid.uuid4()) + " " + str(uuid.uuid1()) + " " + str(uuid.getnode()))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
