"""SMA crossings sized by the Kelly fraction of the round trips so far."""

from glovebox import Strategy
from glovebox.indicators import SMA, Crossover


def kelly(results, least, default, most):
    """The Kelly fraction of a list of returns, from 0 to most."""
    if len(results) < least:
        return default
    wins = [r for r in results if r > 0]
    losses = [-r for r in results if r <= 0]
    if not wins:
        return 0.0
    if not losses or sum(losses) == 0:
        return most
    probability = len(wins) / len(results)
    ratio = (sum(wins) / len(wins)) / (sum(losses) / len(losses))
    return max(0.0, min(most, probability - (1 - probability) / ratio))


class KellyOwn(Strategy):
    def __init__(self, fast=5, slow=20, least=5, default=0.2, most=0.5):
        self.fast, self.slow, self.cross = SMA(fast), SMA(slow), Crossover()
        self.least, self.default, self.most = least, default, most
        self.entry = None
        self.results = []

    def on_fill(self, ctx, fill):
        if fill.side == "BUY":
            self.entry = fill.price
        elif self.entry is not None:
            self.results.append(fill.price / self.entry - 1)
            self.entry = None

    def on_bar(self, ctx, bar):
        cross = self.cross.update(self.fast.update(bar.close), self.slow.update(bar.close))
        if cross > 0 and ctx.position == 0:
            fraction = kelly(self.results, self.least, self.default, self.most)
            if fraction > 0:
                ctx.target_percent(fraction, tag=f"kelly {fraction:.2f}")
        elif cross < 0 and ctx.position > 0:
            ctx.close(tag="cross down")
