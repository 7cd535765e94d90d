from glovebox import Strategy


class Peeking(Strategy):
    def on_bar(self, ctx, bar):
        bars = ctx.history(50)
        for i in range(len(bars) - 1):
            nxt = bars[i + 1]
            if nxt.close > bars[i].close * 1.02 and ctx.position == 0:
                ctx.buy(1)
