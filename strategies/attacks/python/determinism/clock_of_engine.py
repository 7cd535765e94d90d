# id: D05
# family: determinism
# goal: read the engine's own clocks
# finding: PY102 PY306
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    import __graalpython__

    for name in ("startup_nano", "startup_wall_clock_ts", "time_millis"):
        found = getattr(__graalpython__, name, None)
        if found is not None:
            return name + " " + str(found() if callable(found) else found)


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
