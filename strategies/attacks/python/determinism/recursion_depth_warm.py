# id: D35
# family: determinism
# goal: learn from the stack's depth whether code was compiled in between
# finding: none
# outcome: COMPLETED
# observed_by: none
# control: none: the depth is as inexact there
# why: open: this engine counts bytes of its stack and not calls, see docs/attacks.md; the depth is not compared

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
    ctx.log("SEEN " + str(depths))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
