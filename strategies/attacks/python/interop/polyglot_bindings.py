# id: J07
# family: interop
# goal: exchange values with other contexts through the polyglot bindings
# finding: PY123 PY306
# outcome: COMPLETED
# observed_by: none
# control: none: the value is exported, but the engine takes its arguments the other way round

from glovebox import Strategy


def attack(ctx, bar):
    import polyglot

    polyglot.export_value("kept", "left behind")
    return polyglot.import_value("kept")


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
