# id: R16
# family: resources
# goal: keep a little more with each bar until memory is gone
# finding: PY403
# outcome: MEMORY_LIMIT
# observed_by: HOST
# control: got-in
# place: own

from glovebox import Strategy


class Attack(Strategy):
    def __init__(self):
        self.kept = []

    def on_bar(self, ctx, bar):
        self.kept.append(bytes(170_000_000))
        self.kept.append(bytes(170_000_000))
        if len(self.kept) == 8:
            ctx.log("GOT-IN 1.3 GB over four bars")
