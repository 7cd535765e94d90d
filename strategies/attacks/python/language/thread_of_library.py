# id: L48
# family: language
# goal: start a thread through a library that hides threads
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


from concurrent.futures import ThreadPoolExecutor


def attack(ctx, bar):
    with ThreadPoolExecutor(1) as pool:
        return "a thread ran: " + str(pool.submit(int, "7").result())


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
