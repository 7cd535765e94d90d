"""What indicators take and what they are made of: checked arguments, exact numbers, windows.

Numbers come as pairs (mantissa, scale), see ``_numbers``. A window keeps its mantissas at one
scale, the largest it was given, so that its sums are integers and never drift.
"""

from _collections import _tuplegetter as item
from _collections import deque
from math import isqrt

from glovebox import _numbers
from glovebox._state import RUN
from glovebox._values import Bar

NAN = float("nan")
PERIOD_MAX = 100_000

# Places in a bar, see ``_values.Bar``.
ID, OPEN_TIME, CLOSE_TIME = 0, 1, 2
OPEN, HIGH, LOW, CLOSE, VOLUME = 8, 9, 10, 11, 12
PRICE_SCALE, VOLUME_SCALE = 13, 14

# Bits of a square before its root is taken: the root then has more than the 53 of a double.
SQUARE_BITS_MIN = 128

at = tuple.__getitem__


def period(value, name="a period"):
    """Return a whole number of inputs from 1 to PERIOD_MAX, or raise TypeError or ValueError."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(name + " is a whole number, not " + type(value).__name__)
    if value < 1:
        raise ValueError(name + " is at least 1, not " + str(value))
    if value > PERIOD_MAX:
        raise ValueError(name + " is at most " + str(PERIOD_MAX))
    return value


def factor(value, name):
    """Return a finite number above 0 as a float, or raise TypeError or ValueError."""
    try:
        number = _numbers.double(_numbers.exact(value))
    except TypeError:
        raise TypeError(name + " is a number, not " + type(value).__name__) from None
    if not 0.0 < number < _numbers.INFINITY:
        raise ValueError(name + " is above 0, not " + repr(number))
    return number


def exact_of(x):
    """Return a number as (mantissa, scale), or None for nan and infinities.

    A float counts as the shortest decimal that reads back to it. TypeError for what is no number.
    """
    if type(x) is float:
        last = RUN.last
        if x == last[6]:
            return last[11], last[13]
        if x != x or x - x != 0.0:
            return None
        return _numbers.parse(repr(x))
    if isinstance(x, Bar):
        raise TypeError("this indicator takes a number, not a Bar: update(bar.close)")
    try:
        return _numbers.exact(x)
    except ValueError:
        if isinstance(x, str):
            raise
        return None


def finite(x):
    """Return a number as a float, or None for nan and infinities; TypeError for other things."""
    if type(x) is float:
        return x if x - x == 0.0 else None
    pair = exact_of(x)
    return None if pair is None else _numbers.double(pair)


def check_bar(bar, indicator):
    """Raise TypeError unless ``bar`` is a Bar, of ``ctx`` or of a Fold."""
    if not isinstance(bar, Bar):
        raise TypeError(
            type(indicator).__name__ + " takes a bar, not a " + type(bar).__name__[:40]
            + ": update(bar)"
        )


def aligned(bar, before):
    """Return (high, low, close, close before, scale) of a bar and the pair of an earlier close."""
    high, low, close, scale = at(bar, HIGH), at(bar, LOW), at(bar, CLOSE), at(bar, PRICE_SCALE)
    last, other = before
    if other < scale:
        last *= 10 ** (scale - other)
    elif other > scale:
        by = 10 ** (other - scale)
        high, low, close, scale = high * by, low * by, close * by, other
    return high, low, close, last, scale


def root(square, unit):
    """Return the double nearest sqrt(square) / unit, of integers; ``unit`` > 0."""
    if square <= 0:
        return 0.0
    shift = max(0, SQUARE_BITS_MIN - square.bit_length())
    shift += shift & 1
    return _numbers.nearest(isqrt(square << shift), unit << shift // 2)


class Indicator:
    """What all indicators have: ``value``, nan until ``ready``."""

    _shown = ("n",)
    value = NAN
    ready = False

    def __repr__(self):
        parts = [name + "=" + repr(getattr(self, name)) for name in self._shown + ("value",)]
        return type(self).__name__ + "(" + ", ".join(parts) + ")"


class Named(tuple):
    """A tuple whose items have names, as of ``collections.namedtuple``; ``_fields`` lists them."""

    __slots__ = ()
    _fields = ()

    def _asdict(self):
        """Return the items by their names."""
        return dict(zip(self._fields, self))

    def __repr__(self):
        parts = [name + "=" + repr(value) for name, value in zip(self._fields, self)]
        return type(self).__name__ + "(" + ", ".join(parts) + ")"


class Bands(Named):
    """An upper bound, a middle and a lower bound, in units of the input."""

    __slots__ = ()
    _fields = __match_args__ = ("upper", "middle", "lower")
    upper = item(0, "The upper bound, float.")
    middle = item(1, "What lies between them, float.")
    lower = item(2, "The lower bound, float.")


class Window:
    """The last ``n`` numbers, their sum and, with ``squares``, the sum of their squares; exact."""

    def __init__(self, n, squares=False):
        self.n = n
        self.kept = deque()
        self.sum = 0
        self.squares = 0
        self.scale = 0
        self.unit = n
        self._squared = squares

    def add(self, pair):
        """Take one number, forget the oldest if there are more than n; True once there are n."""
        mantissa, scale = pair
        if scale != self.scale:
            if scale < self.scale:
                mantissa *= 10 ** (self.scale - scale)
            else:
                self._grow(scale)
        kept = self.kept
        kept.append(mantissa)
        self.sum += mantissa
        if self._squared:
            self.squares += mantissa * mantissa
        if len(kept) > self.n:
            oldest = kept.popleft()
            self.sum -= oldest
            if self._squared:
                self.squares -= oldest * oldest
        return len(kept) == self.n

    def _grow(self, scale):
        by = 10 ** (scale - self.scale)
        self.kept = deque([old * by for old in self.kept])
        self.sum *= by
        self.squares *= by * by
        self.scale = scale
        self.unit = self.n * 10**scale

    def mean(self):
        """Return the double nearest the mean; only once there are n numbers."""
        return _numbers.nearest(self.sum, self.unit)

    def spread(self):
        """Return n times the sum of squares less the square of the sum: n x n x the variance."""
        return self.n * self.squares - self.sum * self.sum


class Highest:
    """The largest of the last ``n`` integers at one scale; the smallest with ``sign`` -1.

    Keeps only those that can still become it, so each is added and removed once.
    """

    def __init__(self, n, sign=1):
        self.n = n
        self.sign = sign
        self._count = 0
        self._scale = 0
        self._candidates = deque()

    def add(self, mantissa, scale):
        """Take one price and return (mantissa, scale) of the largest."""
        mantissa *= self.sign
        if scale < self._scale:
            mantissa *= 10 ** (self._scale - scale)
        elif scale > self._scale:
            by = 10 ** (scale - self._scale)
            self._candidates = deque([(when, old * by) for when, old in self._candidates])
            self._scale = scale
        candidates = self._candidates
        while candidates and candidates[-1][1] <= mantissa:
            candidates.pop()
        candidates.append((self._count, mantissa))
        self._count += 1
        if candidates[0][0] < self._count - self.n:
            candidates.popleft()
        return self.sign * candidates[0][1], self._scale

    @property
    def full(self):
        """True once there were n prices."""
        return self._count >= self.n
