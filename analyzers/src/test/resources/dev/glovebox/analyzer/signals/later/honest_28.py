from glovebox import Strategy
class Yearly(Strategy):
    """Tax year: sells losers in December of the year bought."""
    def __init__(self):
        self.bought = None; self.price = 0.0
    def on_fill(self, ctx, fill):
        if fill.side == "BUY": self.bought = fill.effective_time.year; self.price = fill.price
        else: self.bought = None
    def on_bar(self, ctx, bar):
        y = bar.open_time.year
        if self.bought is None and y != getattr(self, "sold", 0): ctx.target_percent(.5)
        elif self.bought == y and bar.open_time.month == 12 and bar.close < self.price:
            ctx.close(); self.sold = y
