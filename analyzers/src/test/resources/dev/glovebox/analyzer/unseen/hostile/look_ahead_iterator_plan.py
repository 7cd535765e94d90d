from glovebox import Strategy

PLAN = iter([0, 0, 5, 5, 5, 0, 0, 7, 7, 0, 0, 0, 4, 4, 4, 4, 0, 0])


class Played(Strategy):
    def on_bar(self, ctx, bar):
        ctx.target(next(PLAN, 0))
