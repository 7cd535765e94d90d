# id: D34
# family: determinism
# goal: use the depth of the stack as chance
# finding: none
# outcome: COMPLETED
# observed_by: none
# control: none: the depth is as inexact there
# why: open: this engine counts bytes of its stack and not calls, see docs/attacks.md; the depth is not compared

from glovebox import Strategy


def down(depth):
    try:
        return down(depth + 1)
    except RecursionError:
        return depth


def attack(ctx, bar):
    ctx.log("SEEN " + str(down(0)))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
