# id: L08
# family: language
# goal: make the interpreter run damaged bytecode and lose its own checks
# finding: PY105 PY302
# outcome: COMPLETED or WORKER_FAULT
# observed_by: any
# control: none: damaged bytecode has no defined result; what is looked for is an end of the process

from glovebox import Strategy


import marshal


def victim(a, b):
    return a + b


def attack(ctx, bar):
    text = marshal.dumps(victim.__code__)
    survived = 0
    for at in range(40, len(text), 7):
        damaged = text[:at] + bytes([text[at] ^ 0x41]) + text[at + 1 :]
        try:
            code = marshal.loads(damaged)
            type(victim)(code, {})(1, 2)
        except BaseException:
            survived += 1
    return None


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
