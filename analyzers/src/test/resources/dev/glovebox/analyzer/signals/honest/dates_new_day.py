from glovebox import Strategy


class Daily(Strategy):
    def __init__(self, size=10):
        self.size, self.day, self.high = size, None, 0.0

    def on_bar(self, ctx, bar):
        day = bar.open_time.date()
        if day != self.day:
            self.day, self.high = day, bar.high
            return
        if bar.close > self.high and ctx.position == 0:
            ctx.buy(self.size)
        self.high = max(self.high, bar.high)
