# id: P12
# family: protocol
# goal: be one number when it is checked and another when it is read
# finding: PY110 PY111 PY118
# outcome: COMPLETED
# observed_by: none
# control: none: there is no host in the control that reads again

from glovebox import Strategy


class Two(float):
    reads = 0

    def __float__(self):
        Two.reads += 1
        return 1.0 if Two.reads % 2 else 1e9

    def __int__(self):
        return 10**9

    def __mul__(self, other):
        return 1e9

    def __floordiv__(self, other):
        return 10**9

    def is_integer(self):
        return True

    def __repr__(self):
        return "1000000000.0"


def attack(ctx, bar):
    ctx.buy(Two(1.0))
    return "bought " + str(ctx.position) if ctx.position > 100 else None


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
