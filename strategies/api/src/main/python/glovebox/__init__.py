"""Write a trading strategy: subclass ``Strategy`` and define ``on_bar``.

    from glovebox import Strategy
    from glovebox.indicators import SMA, Crossover

    class SmaCross(Strategy):
        def __init__(self, fast=10, slow=30, size=10):  # keyword defaults ARE the parameters
            self.fast, self.slow, self.cross, self.size = SMA(fast), SMA(slow), Crossover(), size

        def on_bar(self, ctx, bar):
            cross = self.cross.update(self.fast.update(bar.close), self.slow.update(bar.close))
            if cross > 0 and ctx.position == 0:
                ctx.buy(self.size)
            elif cross < 0 and ctx.position > 0:
                ctx.close()

A module holds exactly one leaf subclass of ``Strategy``; helpers, constants and dataclasses are
welcome. An order decided on one bar fills at the open of the next. ``print`` is ``ctx.log``.
"""

from glovebox._context import Context
from glovebox._values import Bar, Bars, Fill, Order

__all__ = ["Strategy", "Context", "Bar", "Bars", "Fill", "Order"]


def __getattr__(name):
    # ``import glovebox`` alone is enough for glovebox.indicators.SMA.
    if name in ("bars", "indicators"):
        __import__("glovebox." + name)
        return globals()[name]
    raise AttributeError("module 'glovebox' has no attribute '" + name + "'")


class Strategy:
    """Base of every strategy. Define ``on_bar`` or ``on_bars``; the other hooks are optional.

    Parameters are the keyword defaults of ``__init__``. Hooks return nothing: orders are placed with
    ``ctx.buy`` and its like. ``warmup_bars`` is a number, or a method that returns one: during that
    many bars the hooks run and orders are denied.
    """

    warmup_bars = 0

    def __init__(self, *args, **kwargs):
        """Do nothing; calling it is harmless."""

    def on_start(self, ctx):
        """Run once, before the first bar; ``ctx.now`` is that bar's open time."""

    def on_bar(self, ctx, bar):
        """Run for each closed bar."""

    def on_bars(self, ctx, bars):
        """Run for each set of bars with one close time, instead of ``on_bar``."""

    def on_fill(self, ctx, fill):
        """Run for each fill, before ``on_bar`` of the bar that made it known."""

    def on_order(self, ctx, order):
        """Run for each order that was DENIED, REJECTED, CANCELLED or EXPIRED, after ``on_fill``."""

    def on_stop(self, ctx):
        """Run once, after the last bar. Orders placed here are not sent."""
