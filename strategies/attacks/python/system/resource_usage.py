# id: S12
# family: system
# goal: read what the process has used
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    return "used " + str(used.ru_utime) if used.ru_utime > 0 else None


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
