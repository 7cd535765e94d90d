# id: P05
# family: protocol
# goal: change orders after the shim has checked them
# finding: PY301
# outcome: STRATEGY_ERROR
# observed_by: WORKER
# control: none: nobody reads intents in the control

from glovebox import Strategy


from glovebox._state import RUN


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        ctx.buy(1)
        RUN.intents[0] = RUN.intents[0][:2] + ("STEAL", "AAPL", 10**30)
