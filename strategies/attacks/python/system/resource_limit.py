# id: S13
# family: system
# goal: raise a limit of the process
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: none: this engine knows no limits of processes

from glovebox import Strategy


def attack(ctx, bar):
    import resource

    resource.setrlimit(resource.RLIMIT_NOFILE, (4096, 4096))
    return "raised"


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
