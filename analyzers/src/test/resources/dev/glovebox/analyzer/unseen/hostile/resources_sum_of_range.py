from glovebox import Strategy


class Sum(Strategy):
    def on_bar(self, ctx, bar):
        n = sum(range(10**13))
        ctx.log(str(n))
