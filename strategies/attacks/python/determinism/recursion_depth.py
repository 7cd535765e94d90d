# id: D34
# family: determinism
# goal: use the depth of the stack as chance
# finding: PY402
# outcome: COMPLETED
# observed_by: none
# control: none: two processes that did the same have the same stack most of the time
# twin: yes

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
