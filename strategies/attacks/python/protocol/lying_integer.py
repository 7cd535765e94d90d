# id: P14
# family: protocol
# goal: be a small number by its class and a large one by its value
# finding: PY103 PY111 PY118
# outcome: COMPLETED
# observed_by: none
# control: none: there is no host in the control that reads again

from glovebox import Strategy


class Small(int):
    def __index__(self):
        return 10**9

    def __int__(self):
        return 10**9

    def __eq__(self, other):
        return True

    def __lt__(self, other):
        return False

    __gt__ = __lt__


def attack(ctx, bar):
    ctx.buy(Small(1))
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
