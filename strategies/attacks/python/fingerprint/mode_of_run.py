# id: M25
# family: fingerprint
# goal: learn whether the run is a backtest or live
# finding: PY102 PY301
# outcome: COMPLETED
# observed_by: none
# control: none: nothing of the mode is in the control either

from glovebox import Strategy


def attack(ctx, bar):
    from glovebox._state import RUN

    text = str(vars(RUN)) + str(dir(ctx)) + str(RUN.params)
    for word in ("BACKTEST", "PAPER", "LIVE", "backtest", "paper", "is_live"):
        if word in text:
            return word


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
