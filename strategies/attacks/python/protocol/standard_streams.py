# id: P03
# family: protocol
# goal: reach the binary stream below print
# finding: PY105 PY302
# outcome: COMPLETED
# observed_by: none
# control: none: what is below print in the control is the control's own stream

from glovebox import Strategy


def attack(ctx, bar):
    import sys

    for stream in (sys.stdout, sys.__stdout__, sys.stderr, sys.__stderr__):
        raw = getattr(stream, "buffer", None)
        if raw is not None:
            raw.write(b"\x08\x01")
            return "a binary stream " + type(raw).__name__


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
