# id: R15
# family: resources
# goal: hold more memory than a worker has
# finding: PY403
# outcome: MEMORY_LIMIT
# observed_by: HOST
# control: got-in
# place: own

from glovebox import Strategy


def attack(ctx, bar):
    kept = []
    for _ in range(70):
        kept.append(bytearray(10_000_000))
    return "holds " + str(len(kept) * 10) + " MB"


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
