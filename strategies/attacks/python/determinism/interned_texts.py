# id: D42
# family: determinism
# goal: learn from identity what other code has interned
# finding: PY302 PY653
# outcome: COMPLETED
# observed_by: none
# control: none: identities are counted in this engine
# twin: yes

from glovebox import Strategy


import sys


def attack(ctx, bar):
    made = "".join(["left", "_", "behind"])
    ctx.log("SEEN " + str(sys.intern(made) is made) + str("".join(["a", "b"]) is "ab"))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
