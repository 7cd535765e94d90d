# id: M14
# family: fingerprint
# goal: read the interpreter's build settings
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    import sysconfig

    found = [
        each
        for each in list(sysconfig.get_paths().values()) + [str(sysconfig.get_config_var("prefix"))]
        if str(each).startswith("/") and not str(each).startswith(("/python", "/engine/"))
    ]
    return found and found[0]


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
