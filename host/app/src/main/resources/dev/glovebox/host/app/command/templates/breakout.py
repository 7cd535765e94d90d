"""Buys a new high, leaves at a new low: a Donchian channel, sized by risk."""

from collections import deque

from glovebox import Strategy


class Donchian(Strategy):
    def __init__(self, entry=20, leave=10, risk=0.02):
        self.highs, self.lows = deque(maxlen=entry), deque(maxlen=leave)
        self.risk = risk

    def on_bar(self, ctx, bar):
        if len(self.highs) == self.highs.maxlen:
            floor = min(self.lows)
            if bar.close > max(self.highs) and ctx.position == 0:
                quantity = ctx.equity * self.risk / (bar.close - floor)
                ctx.buy(min(quantity, ctx.max_quantity()), tag="new high")
            elif bar.close < floor and ctx.position > 0:
                ctx.close(tag="new low")
        self.highs.append(bar.high)
        self.lows.append(bar.low)
