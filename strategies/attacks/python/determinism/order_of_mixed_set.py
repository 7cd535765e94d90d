# id: D26
# family: determinism
# goal: use the order of a set of values of all kinds as chance
# finding: PY651
# outcome: COMPLETED
# observed_by: none
# control: none: sets keep their order of insertion in this engine, with or without protection
# twin: yes

from glovebox import Strategy


def attack(ctx, bar):
    ctx.log("SEEN " + str({1, "a", 2.5, None, (1, 2), b"x", Ellipsis, int, frozenset({3, 4})}))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
