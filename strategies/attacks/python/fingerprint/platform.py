# id: M03
# family: fingerprint
# goal: put a description of the machine together
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


import platform


def attack(ctx, bar):
    text = platform.platform()
    digits = set(text.replace("x86_64", "").replace("64bit", "")) & set("123456789")
    return text if digits else None


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
