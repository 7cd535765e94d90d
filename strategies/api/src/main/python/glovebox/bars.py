"""Bars of a longer interval, made of the run's own: ``Fold``."""

from glovebox import _numbers
from glovebox._inputs import (
    CLOSE, CLOSE_TIME, HIGH, ID, LOW, OPEN, OPEN_TIME, PRICE_SCALE, VOLUME, VOLUME_SCALE, at,
)
from glovebox._values import Bar, moment

__all__ = ["Fold"]

SECOND_MICROS = 1_000_000
UNIT_SECONDS = {"s": 1, "m": 60, "h": 3_600, "d": 86_400, "w": 604_800}
FOLD_SECONDS_MAX = 366 * 86_400
# 1970-01-05, a Monday, counted from 1970-01-01.
MONDAY_MICROS = 4 * 86_400 * SECOND_MICROS

_new = tuple.__new__


def _window(interval):
    """Return (length, origin) in microseconds of text such as "1h"; TypeError or ValueError."""
    if not isinstance(interval, str):
        raise TypeError("an interval is text such as '1h', not " + type(interval).__name__)
    text = str.strip(interval)
    number, unit = text[:-1], text[-1:]
    # "1M" would be a month elsewhere.
    unit = unit.lower() if unit in ("H", "D", "W") else unit
    if not (number.isascii() and number.isdigit() and len(number) <= 9) or unit not in UNIT_SECONDS:
        raise ValueError(
            "an interval is a whole number and s, m (minutes), h, d or w, for example '1h', not "
            + repr(interval)[:40]
        )
    seconds = int(number) * UNIT_SECONDS[unit]
    if not 0 < seconds <= FOLD_SECONDS_MAX:
        raise ValueError("an interval is from 1 second to 366 days, not " + repr(interval)[:40])
    return seconds * SECOND_MICROS, MONDAY_MICROS if unit == "w" else 0


class Fold:
    """Makes bars of a longer interval: ``Fold("1h")``; m are minutes, also s, h, d and w.

    ``update(bar)`` takes each bar of one instrument, in order, and returns the longer bar that it
    closed, else None; ``value`` is the newest one, None until ``ready``. Windows are aligned to
    UTC: whole multiples of the interval since 1970-01-01T00:00Z, so days begin at midnight UTC and
    "4h" at 00, 04, 08 and so on; windows of weeks begin on Mondays ("7d" does not: it counts from a
    Thursday).

    A window closes with the bar that ends at its end. If that bar is missing, the first bar after
    it closes the window: later, but never with anything that was not known yet. A daily series
    without weekends so closes "1w" with Monday's bar. A window without a bar gives none; one that
    lacks some is made of those there are, so the first may be short. After a gap one bar can end
    two windows: ``update`` returns the newer, and ``closed`` has all that the last ``update``
    closed, oldest first.

    Open is the first, close the last, high the highest, low the lowest, volume the sum, all exact;
    open and close time are those of the window. ValueError for a bar that overlaps two windows,
    comes before the last one, or is of another instrument; TypeError for what is no bar.
    """

    def __init__(self, interval):
        self.interval = interval
        self._length, self._origin = _window(interval)
        self.value = None
        self.ready = False
        self.closed = ()
        self._instrument = None
        self._start = None
        self._until = None
        self._figures = None

    def update(self, bar):
        """Take the next bar; return the bar of the longer interval that it closed, or None."""
        if not isinstance(bar, Bar):
            raise TypeError("Fold takes a bar, not a " + type(bar).__name__[:40] + ": update(bar)")
        opened, end = at(bar, OPEN_TIME), at(bar, CLOSE_TIME)
        start = opened - (opened - self._origin) % self._length
        self._check(bar, start)
        closed = []
        if self._figures is not None and start != self._start:
            closed.append(self._close())
        self._instrument, self._start, self._until = at(bar, ID), start, end
        self._take(bar)
        if end == start + self._length:
            closed.append(self._close())
        self.closed = tuple(closed)
        if not closed:
            return None
        self.ready = True
        self.value = closed[-1]
        return self.value

    def _check(self, bar, start):
        if at(bar, CLOSE_TIME) > start + self._length:
            raise ValueError(
                "the bar of " + str(bar.open_time) + " is longer than its window: " + self.interval
            )
        if self._until is None:
            return
        if at(bar, OPEN_TIME) < self._until:
            raise ValueError(
                "bars come in order: " + str(bar.open_time) + " is before "
                + str(moment(self._until))
            )
        if at(bar, ID) != self._instrument:
            raise ValueError("one Fold for each instrument")

    def _take(self, bar):
        scale = at(bar, PRICE_SCALE)
        first, high, low, last = [(at(bar, figure), scale) for figure in (OPEN, HIGH, LOW, CLOSE)]
        volume = (at(bar, VOLUME), at(bar, VOLUME_SCALE))
        if self._figures is not None:
            first, highest, lowest, _, traded = self._figures
            high, low = _larger(high, highest), _smaller(low, lowest)
            volume = _numbers.add(traded, volume)
        self._figures = (first, high, low, last, volume)

    def _close(self):
        first, high, low, last, volume = self._figures
        self._figures = None
        prices = (first, high, low, last)
        scale = max([price[1] for price in prices])
        mantissas = [mantissa * 10 ** (scale - own) for mantissa, own in prices]
        return _new(
            Bar,
            (self._instrument, self._start, self._start + self._length)
            + tuple([_numbers.double(price) for price in prices])
            + (_numbers.double(volume),)
            + tuple(mantissas)
            + (volume[0], scale, volume[1]),
        )

    def __repr__(self):
        return "Fold(" + repr(self.interval) + ", value=" + repr(self.value) + ")"


def _larger(a, b):
    left, right, _ = _numbers.align(a, b)
    return a if left > right else b


def _smaller(a, b):
    left, right, _ = _numbers.align(a, b)
    return a if left < right else b
