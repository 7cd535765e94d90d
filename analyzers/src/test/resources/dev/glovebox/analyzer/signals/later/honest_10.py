from glovebox import Strategy
class S(Strategy):
    def on_bar(self, ctx, bar):
        vol = bar.volume
        if vol > 5_000_000 and bar.close > bar.open: ctx.buy(10)
        elif ctx.equity > 120_000 or ctx.cash < 5000: ctx.close()
        if bar.high - bar.low > 2000: ctx.log("wide")
