# id: D33
# family: determinism
# goal: use numbers of threads as chance
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: none: two unprotected processes numbered their threads alike
# twin: yes

from glovebox import Strategy


import threading


def attack(ctx, bar):
    thread = threading.current_thread()
    ctx.log("SEEN " + str([threading.get_ident(), threading.get_native_id(), thread.ident, thread.native_id, thread.name]))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
