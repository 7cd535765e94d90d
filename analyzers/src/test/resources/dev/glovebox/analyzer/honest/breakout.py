"""Donchian breakout with a trailing exit."""

from collections import deque

from glovebox import Strategy


class Breakout(Strategy):
    """Buys a new high of ``entry`` bars, sells a new low of ``exit`` bars."""

    def __init__(self, entry=20, exit=10, risk=0.02):
        super().__init__()
        self.highs = deque(maxlen=entry)
        self.lows = deque(maxlen=exit)
        self.risk = risk

    def on_bar(self, ctx, bar):
        if len(self.highs) == self.highs.maxlen:
            top, bottom = max(self.highs), min(self.lows)
            if bar.close > top and ctx.position == 0:
                quantity = min(ctx.size_for(ctx.equity * self.risk), ctx.max_quantity())
                if quantity > 0:
                    ctx.buy(quantity, tag="breakout")
            elif bar.close < bottom and ctx.position > 0:
                ctx.close()
        self.highs.append(bar.high)
        self.lows.append(bar.low)
