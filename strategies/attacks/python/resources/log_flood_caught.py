# id: R23
# family: resources
# goal: write more log than a run may, and catch what stops it
# finding: PY412 PY504
# outcome: OUTPUT_LIMIT
# observed_by: WORKER
# control: got-in

from glovebox import Strategy


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        for _ in range(1_100):
            try:
                print("y" * 1_000, end="")
            except BaseException:
                continue
        print()
        ctx.log("GOT-IN more than a megabyte of log")
