"""Kaufman's adaptive moving average: long while the close is above it."""

from collections import deque

from glovebox import Strategy


class Kama:
    """KAMA(period, fast, slow): moves fast in trends and slowly in noise."""

    def __init__(self, period=10, fast=2, slow=30):
        self.period = period
        self.fast = 2 / (fast + 1)
        self.slow = 2 / (slow + 1)
        self.closes = deque(maxlen=period + 1)
        self.value = float("nan")
        self.ready = False

    def update(self, price):
        self.closes.append(price)
        if len(self.closes) <= self.period:
            return self.value
        closes = list(self.closes)
        if not self.ready:
            self.value = closes[-2]
            self.ready = True
        change = abs(closes[-1] - closes[0])
        path = sum(abs(b - a) for a, b in zip(closes, closes[1:]))
        efficiency = change / path if path > 0 else 0.0
        smoothing = (efficiency * (self.fast - self.slow) + self.slow) ** 2
        self.value += smoothing * (price - self.value)
        return self.value


class KamaOwn(Strategy):
    def __init__(self, period=10, fast=2, slow=30, size=20):
        self.kama = Kama(period, fast, slow)
        self.size = size

    def on_bar(self, ctx, bar):
        kama = self.kama.update(bar.close)
        if bar.close > kama and ctx.position == 0:
            ctx.buy(self.size, tag="above KAMA")
        elif bar.close < kama and ctx.position > 0:
            ctx.close(tag="below KAMA")
