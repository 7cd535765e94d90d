# id: P16
# family: protocol
# goal: order what is not part of the run
# finding: PY301
# outcome: COMPLETED
# observed_by: none
# control: none: there is no host in the control that denies

from glovebox import Strategy


def attack(ctx, bar):
    from glovebox._state import RUN

    ctx.buy(1)
    for at in range(len(RUN.intents)):
        RUN.intents[at] = tuple("TSLA" if each == "AAPL" else each
            for each in RUN.intents[at])
    return None


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
