from glovebox import Strategy
from glovebox.indicators import RSI, Bollinger, MACD
class S(Strategy):
    def __init__(self, size=50):
        self.rsi, self.bb, self.macd, self.size = RSI(14), Bollinger(20), MACD(), size
        self.prev_hist = None
    def on_bar(self, ctx, bar):
        r, b, m = self.rsi.update(bar.close), self.bb.update(bar.close), self.macd.update(bar.close)
        if not self.macd.ready: return
        turn = self.prev_hist is not None and m.histogram > 0 >= self.prev_hist
        self.prev_hist = m.histogram
        if turn and r < 60 and bar.close < b.upper and ctx.position == 0: ctx.buy(self.size)
        elif ctx.position > 0 and (r > 75 or bar.close > b.upper): ctx.close()
