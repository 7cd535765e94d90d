# id: D32
# family: determinism
# goal: read how much memory is in use
# finding: PY302 PY306
# outcome: COMPLETED
# observed_by: none
# control: none: the engine fails at this call unless native extensions are loaded
# twin: yes

from glovebox import Strategy


def attack(ctx, bar):
    import sys
    import tracemalloc

    ctx.log("SEEN " + str(getattr(sys, "getallocatedblocks", lambda: -1)()))
    import __graalpython__

    ctx.log("SEEN " + str(__graalpython__.get_current_rss()))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
