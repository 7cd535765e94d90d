# id: N11
# family: network
# goal: load the library of encrypted connections
# finding: PY302
# outcome: COMPLETED or WORKER_FAULT
# observed_by: any
# control: none: its provider is not in the control's image either

from glovebox import Strategy


def attack(ctx, bar):
    import sys

    for name in ("_ssl", "ssl", "_socket", "socket"):
        sys.modules.pop(name, None)
    import ssl

    return str(ssl.create_default_context())


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
