# id: P09
# family: protocol
# goal: leave warm-up before it is over
# finding: PY110 PY301
# outcome: COMPLETED
# observed_by: none
# control: none: warm-up is the host's to enforce; there is no host in the control

from glovebox import Strategy


from glovebox._state import RUN


class Attack(Strategy):
    warmup_bars = 100

    def on_bar(self, ctx, bar):
        RUN.warmup = 0
        if ctx.position > 0:
            ctx.log("GOT-IN a position although warming up")
