# id: P17
# family: protocol
# goal: change an object after it was handed over with an order
# finding: PY105 PY113 PY119 PY405
# outcome: COMPLETED
# observed_by: none
# control: none: there is no host in the control that reads

from glovebox import Strategy


class Attack(Strategy):
    def __init__(self):
        self.tag = ["first"]

    def on_bar(self, ctx, bar):
        class Tag(str):
            pass

        tag = Tag("first")
        ctx.buy(1, tag=tag)
        tag.__class__ = type("Other", (str,), {"__str__": lambda self: "second"})

    def on_fill(self, ctx, fill):
        if str(fill.tag) == "second":
            ctx.log("GOT-IN a tag that changed after it was sent")
