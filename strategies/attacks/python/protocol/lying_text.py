# id: P13
# family: protocol
# goal: be one text when it is measured and another when it is sent
# finding: PY118
# outcome: COMPLETED
# observed_by: none
# control: none: there is no host in the control that measures again

from glovebox import Strategy


class Long(str):
    def __len__(self):
        return 1

    def encode(self, *given):
        return b"x"

    def __str__(self):
        return "y" * 100_000


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        ctx.buy(1, tag=Long("z" * 100_000))

    def on_fill(self, ctx, fill):
        if len(fill.tag) > 1_000:
            ctx.log("GOT-IN a tag of " + str(len(fill.tag)))
