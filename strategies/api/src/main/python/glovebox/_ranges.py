"""How far prices range: ATR, ADX and Donchian."""

from glovebox import _numbers
from glovebox._inputs import (
    CLOSE, HIGH, LOW, NAN, PRICE_SCALE, Bands, Highest, Indicator, aligned, at, check_bar, period,
)


class ATR(Indicator):
    """Average true range of Wilder: ``ATR(n=14)``.

    ``update(bar)`` takes a bar and returns a float in units of price; nan until n + 1 bars. The
    true range is the larger of high and last close less the smaller of low and last close. The
    first value is the mean of n of them, and from then on ``(old x (n - 1) + newest) / n`` in
    doubles. Source: Wilder 1978, as TA-Lib.
    """

    def __init__(self, n=14):
        self.n = period(n)
        self._before = None
        self._count = 0
        self._sum = (0, 0)

    def update(self, bar):
        """Add one bar and return the new value."""
        check_bar(bar, self)
        before = self._before
        self._before = (at(bar, CLOSE), at(bar, PRICE_SCALE))
        if before is None:
            return self.value
        high, low, _, last, scale = aligned(bar, before)
        true_range = max(high, last) - min(low, last)
        if self.ready:
            newest = _numbers.nearest(true_range, 10**scale)
            self.value = (self.value * (self.n - 1) + newest) / self.n
            return self.value
        self._sum = _numbers.add(self._sum, (true_range, scale))
        self._count += 1
        if self._count == self.n:
            self.ready = True
            self.value = _numbers.nearest(self._sum[0], self.n * 10 ** self._sum[1])
        return self.value


class ADX(Indicator):
    """Average directional index of Wilder: ``ADX(n=14)``.

    ``update(bar)`` takes a bar and returns the strength of the trend from 0 to 100, up or down
    alike; nan until 2 x n bars. ``plus_di`` and ``minus_di``, from 0 to 100, say which way; nan
    until n + 1 bars. A bar that reaches as far up as down moves neither way. Where nothing moves at
    all the last value stays, 0 at first. Source: Wilder 1978; sums are seeded as TA-Lib does, with
    n - 1 moves and not n.
    """

    def __init__(self, n=14):
        self.n = period(n)
        self.plus_di = NAN
        self.minus_di = NAN
        self._before = None
        self._count = 0
        self._seeds = ((0, 0), (0, 0), (0, 0))
        self._sums = (0.0, 0.0, 0.0)
        self._dx_sum = 0.0

    def update(self, bar):
        """Add one bar and return the new value."""
        check_bar(bar, self)
        before = self._before
        self._before = bar
        if before is None:
            return self.value
        moves, scale = _moves(bar, before)
        self._count += 1
        if self._count < self.n:
            self._seeds = tuple(
                [_numbers.add(seed, (move, scale)) for seed, move in zip(self._seeds, moves)]
            )
            return self.value
        if self._count == self.n:
            self._sums = tuple([_numbers.double(seed) for seed in self._seeds])
        newest = [_numbers.nearest(move, 10**scale) for move in moves]
        self._sums = tuple([old - old / self.n + new for old, new in zip(self._sums, newest)])
        self._average(self._index())
        return self.value

    def _index(self):
        """Set both directional indicators and return the index of this bar, None if undefined."""
        plus, minus, ranges = self._sums
        if ranges <= 0.0:
            self.plus_di = self.minus_di = 0.0
            return None
        self.plus_di = 100 * (plus / ranges)
        self.minus_di = 100 * (minus / ranges)
        total = self.plus_di + self.minus_di
        return 100 * (abs(self.plus_di - self.minus_di) / total) if total > 0.0 else None

    def _average(self, index):
        if self.ready:
            if index is not None:
                self.value = (self.value * (self.n - 1) + index) / self.n
            return
        self._dx_sum += 0.0 if index is None else index
        if self._count == 2 * self.n - 1:
            self.ready = True
            self.value = self._dx_sum / self.n


def _moves(bar, before):
    """Return ((move up, move down, true range), scale) between two bars, exact."""
    high, low, _, last, scale = aligned(bar, (at(before, CLOSE), at(before, PRICE_SCALE)))
    by = 10 ** (scale - at(before, PRICE_SCALE))
    up = high - at(before, HIGH) * by
    down = at(before, LOW) * by - low
    true_range = max(high, last) - min(low, last)
    up, down = (up if up > down and up > 0 else 0), (down if down > up and down > 0 else 0)
    return (up, down, true_range), scale


class Donchian(Indicator):
    """Donchian channel: ``Donchian(n=20)``.

    ``update(bar)`` takes a bar and returns a named tuple ``upper middle lower``, whose items
    ``Donchian`` has as attributes too: the highest high and the lowest low of the last n bars and
    the mean of both, in units of price; all nan until n bars. The bar just given belongs to them,
    so no close is above ``upper``: to see a breakout, compare with ``value`` before ``update``.
    """

    def __init__(self, n=20):
        self.n = period(n)
        self.value = Bands((NAN, NAN, NAN))
        self._high = Highest(self.n)
        self._low = Highest(self.n, -1)

    upper = property(lambda self: self.value.upper, doc="The highest high, float.")
    middle = property(lambda self: self.value.middle, doc="The mean of upper and lower, float.")
    lower = property(lambda self: self.value.lower, doc="The lowest low, float.")

    def update(self, bar):
        """Add one bar and return the new channel."""
        check_bar(bar, self)
        scale = at(bar, PRICE_SCALE)
        high, _ = self._high.add(at(bar, HIGH), scale)
        low, scale = self._low.add(at(bar, LOW), scale)
        if self._high.full:
            self.ready = True
            middle = _numbers.nearest(high + low, 2 * 10**scale)
            self.value = Bands(
                (_numbers.double((high, scale)), middle, _numbers.double((low, scale)))
            )
        return self.value
