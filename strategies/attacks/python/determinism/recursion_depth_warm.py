# id: D35
# family: determinism
# goal: learn from the stack's depth whether code was compiled in between
# finding: PY402
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


depths = []


def down(depth):
    depths[-1] = depth
    down(depth + 1)


def attack(ctx, bar):
    for _ in range(5):
        depths.append(0)
        try:
            down(0)
        except RecursionError:
            pass
    return depths if len(set(depths)) > 1 else None


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
