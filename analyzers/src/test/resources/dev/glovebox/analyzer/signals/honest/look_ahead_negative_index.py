from glovebox import Strategy


class Reversal(Strategy):
    def on_bar(self, ctx, bar):
        bars = ctx.history(3)
        if len(bars) < 3:
            return
        if bars[-1].close > bars[-2].high and bars[-2].close < bars[-3].low:
            ctx.buy(3)
        elif bars[-1].close < bars[-2].low:
            ctx.close()
