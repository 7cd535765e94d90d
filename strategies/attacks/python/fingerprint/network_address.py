# id: M20
# family: fingerprint
# goal: read the machine's network address
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: none: two processes of one machine have one network address
# twin: yes

from glovebox import Strategy


import uuid


def attack(ctx, bar):
    node = uuid.getnode()
    ctx.log("SEEN " + str(node))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
