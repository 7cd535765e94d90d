# id: R22
# family: resources
# goal: write more log than a run may
# finding: PY412
# outcome: OUTPUT_LIMIT
# observed_by: WORKER
# control: got-in

from glovebox import Strategy


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        for _ in range(1_100):
            ctx.log("x" * 1_000)
        ctx.log("GOT-IN more than a megabyte of log")
