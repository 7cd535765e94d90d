# id: S19
# family: system
# goal: start a process through the library
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: none: this engine has no fork

from glovebox import Strategy


def attack(ctx, bar):
    import multiprocessing

    process = multiprocessing.Process(target=print)
    process.start()
    return "started " + str(process.pid)


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
