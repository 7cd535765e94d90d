# id: F14
# family: files
# goal: write into the worker's memory
# finding: PY201
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    file = open("/proc/self/mem", "r+b", 0)
    return "opened the worker's memory: " + str(file)


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
