from glovebox import Strategy


class NotYet(Exception):
    pass


class Careful(Strategy):
    def __init__(self, n=30):
        self.n = n

    def past(self, ctx):
        closes = ctx.closes(self.n)
        if len(closes) < self.n:
            raise NotYet
        return closes

    def on_bar(self, ctx, bar):
        try:
            closes = self.past(ctx)
            gain = closes[-1] / closes[0] - 1
        except (NotYet, ZeroDivisionError) as why:
            ctx.log(f"waiting: {type(why).__name__}" if ctx.bar_index == 0 else "waiting")
            return
        ctx.target_percent(0.9 if gain > 0.01 else 0.0)
