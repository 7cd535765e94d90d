# id: F23
# family: files
# goal: write a file by the logging library
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    import logging
    import os

    handler = logging.FileHandler("/tmp/glovebox-attack-log")
    handler.close()
    os.remove("/tmp/glovebox-attack-log")
    return "a log file"


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
