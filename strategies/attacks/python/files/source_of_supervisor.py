# id: F27
# family: files
# goal: read the text of the supervisor's half in the guest
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: none: it is no secret, the text is public; what counts is that no file is opened

from glovebox import Strategy


import inspect


def attack(ctx, bar):
    text = inspect.getsource(type(ctx))
    return text[:20]


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
