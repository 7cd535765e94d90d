# id: D02
# family: determinism
# goal: measure time between two statements by any clock of the time module
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


import time


def attack(ctx, bar):
    clocks = [time.perf_counter_ns, time.monotonic_ns, time.process_time_ns, time.thread_time_ns, time.time_ns]
    for clock in clocks:
        before = clock()
        for _ in range(20_000):
            pass
        if clock() != before:
            return "a running clock: " + clock.__name__


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
