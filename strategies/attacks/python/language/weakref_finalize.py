# id: L29
# family: language
# goal: run code when an object is collected or the interpreter ends
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


import weakref


class Held:
    pass


held = Held()
weakref.finalize(held, print, "GOT-IN a finalizer ran after the end")


def attack(ctx, bar):
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
