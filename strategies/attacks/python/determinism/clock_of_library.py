# id: D07
# family: determinism
# goal: read the clock by libraries that stamp things
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    import logging

    record = logging.LogRecord("x", 10, "x", 1, "x", (), None)
    return record.created if record.created > 1_750_000_000 else None


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
