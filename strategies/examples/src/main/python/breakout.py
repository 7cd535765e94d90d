"""Buys a new high of the last bars, leaves at a new low of fewer bars (a Donchian channel)."""

from glovebox import Strategy


class Breakout(Strategy):
    """The channel ends with the bar before the current one, so a bar can break it."""

    def __init__(self, entry=20, leave=10, size=10):
        self.entry = entry
        self.leave = leave
        self.size = size

    def warmup_bars(self):
        return max(self.entry, self.leave)

    def on_bar(self, ctx, bar):
        if ctx.warming_up:
            return
        before = ctx.history(max(self.entry, self.leave) + 1)[:-1]
        highest = max(b.high for b in before[-self.entry :])
        lowest = min(b.low for b in before[-self.leave :])
        if bar.close > highest and ctx.position == 0:
            ctx.buy(self.size, tag="new high")
        elif bar.close < lowest and ctx.position > 0:
            ctx.close(tag="new low")
