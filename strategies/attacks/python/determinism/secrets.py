# id: D18
# family: determinism
# goal: draw secrets
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in
# twin: yes

from glovebox import Strategy


import secrets


def attack(ctx, bar):
    ctx.log("SEEN " + secrets.token_hex(8) + str(secrets.randbelow(10**9)))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
