"""Prices and the volume behind them: OBV and VWAP."""

from _collections import deque

from glovebox import _numbers
from glovebox._inputs import (
    CLOSE, HIGH, LOW, NAN, OPEN_TIME, PRICE_SCALE, VOLUME, VOLUME_SCALE, Indicator, at, check_bar,
    period,
)

DAY_MICROS = 86_400_000_000


class OBV(Indicator):
    """On-balance volume.

    ``update(bar)`` takes a bar and returns a float in units of volume: 0 with the first bar, then
    the volume of each bar added if it closed above the one before, taken off if below. The sum is
    exact. Only its course means something, not its level. Source: Granville 1963.
    """

    _shown = ()

    def __init__(self):
        self._last = None
        self._sum = (0, 0)

    def update(self, bar):
        """Add one bar and return the new value."""
        check_bar(bar, self)
        close = (at(bar, CLOSE), at(bar, PRICE_SCALE))
        if self._last is not None:
            new, old, _ = _numbers.align(close, self._last)
            if new != old:
                volume = at(bar, VOLUME)
                sign = 1 if new > old else -1
                self._sum = _numbers.add(self._sum, (sign * volume, at(bar, VOLUME_SCALE)))
        self._last = close
        self.ready = True
        self.value = _numbers.double(self._sum)
        return self.value


class VWAP(Indicator):
    """Average price weighted by volume: ``VWAP(n)`` of n bars, ``VWAP()`` of the day so far.

    ``update(bar)`` takes a bar and returns a float in units of price: the sum of volume x (high +
    low + close) / 3 divided by the sum of volume, both exact. ``VWAP(n)`` is nan until n bars.
    ``VWAP()`` begins anew with the first bar whose open time is in another day (UTC). Either is nan
    while no volume was traded.
    """

    def __init__(self, n=None):
        self.n = None if n is None else period(n)
        self._kept = deque()
        self._day = None
        self._value_sum = (0, 0)
        self._volume_sum = (0, 0)

    def update(self, bar):
        """Add one bar and return the new value."""
        check_bar(bar, self)
        price = at(bar, HIGH) + at(bar, LOW) + at(bar, CLOSE)
        volume = (at(bar, VOLUME), at(bar, VOLUME_SCALE))
        value = (price * volume[0], at(bar, PRICE_SCALE) + volume[1])
        if self.n is None:
            day = at(bar, OPEN_TIME) // DAY_MICROS
            if day != self._day:
                self._day = day
                self._value_sum = self._volume_sum = (0, 0)
        else:
            self._kept.append((value, volume))
            if len(self._kept) > self.n:
                old_value, old_volume = self._kept.popleft()
                self._value_sum = _numbers.add(self._value_sum, _numbers.negate(old_value))
                self._volume_sum = _numbers.add(self._volume_sum, _numbers.negate(old_volume))
        self._value_sum = _numbers.add(self._value_sum, value)
        self._volume_sum = _numbers.add(self._volume_sum, volume)
        if self.n is None or len(self._kept) == self.n:
            self.ready = True
            weighted, traded, _ = _numbers.align(self._value_sum, self._volume_sum)
            self.value = _numbers.nearest(weighted, 3 * traded) if traded > 0 else NAN
        return self.value
