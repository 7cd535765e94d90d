"""Buys when the RSI says oversold, sells when it has come back."""

from glovebox import Strategy


class Rsi:
    def __init__(self, n):
        self.n, self.count, self.last = n, 0, None
        self.gain = self.loss = 0.0
        self.value = float("nan")

    def update(self, price):
        if self.last is not None:
            change = price - self.last
            self.count += 1
            part = 1 / min(self.count, self.n)
            self.gain += part * (max(change, 0.0) - self.gain)
            self.loss += part * (max(-change, 0.0) - self.loss)
            total = self.gain + self.loss
            if self.count >= self.n and total > 0:
                self.value = 100 * self.gain / total
        self.last = price
        return self.value


class RsiReversion(Strategy):
    def __init__(self, period=14, low=30.0, high=55.0, share=0.9):
        self.rsi = Rsi(period)
        self.low, self.high, self.share = low, high, share

    def on_bar(self, ctx, bar):
        value = self.rsi.update(bar.close)  # comparisons with nan are False
        if value < self.low and ctx.position == 0:
            ctx.target_percent(self.share, tag="oversold")
        elif value > self.high and ctx.position > 0:
            ctx.close(tag="recovered")
