from glovebox import Strategy
from glovebox.indicators import SMA
class Cool(Strategy):
    def __init__(self, cool=24 * 60):
        self.sma = SMA(20); self.cool = cool; self.wait = 0; self.last_trade_bar = -10**9
    def on_bar(self, ctx, bar):
        m = self.sma.update(bar.close)
        if self.wait > 0: self.wait -= 1; return
        if ctx.bar_index - self.last_trade_bar < self.cool: return
        if bar.close > m and ctx.position == 0:
            ctx.buy(ctx.size_for(5000)); self.last_trade_bar = ctx.bar_index
        elif bar.close < m and ctx.position: ctx.close(); self.wait = self.cool
