"""Indicators. Each ``update`` takes one number and returns the new value.

Values are floats and ``nan`` until ready, so that comparisons are False before then. A ``nan`` input
is ignored and returns the last value. Window sums are exact, so that ties are ties.
"""

from glovebox import _numbers
from glovebox._state import RUN

_NAN = float("nan")


def _period(value):
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError("a period is a whole number, not " + type(value).__name__)
    if value < 1:
        raise ValueError("a period is at least 1, not " + str(value))
    return value


def _pair(x):
    """Return x exactly, or None for nan and infinities."""
    if type(x) is float:
        if x == RUN.close and RUN.close_pair is not None:
            return RUN.close_pair
        if x != x or x - x != 0.0:
            return None
        return _numbers.parse(repr(x))
    try:
        return _numbers.exact(x)
    except ValueError:
        if isinstance(x, str):
            raise
        return None


class SMA:
    """Simple moving average of the last ``n`` inputs.

    ``update(x)`` takes a float (as the shortest decimal that reads back to it), an int or a Decimal.
    ``value`` is the double nearest the exact sum / n; nan until n inputs were seen.
    """

    def __init__(self, n):
        self.n = _period(n)
        self.value = _NAN
        self.ready = False
        self._scale = 0
        self._sum = 0
        self._window = []
        self._next = 0

    def update(self, x):
        """Add one input and return the new value."""
        pair = _pair(x)
        if pair is None:
            return self.value
        mantissa, scale = pair
        if scale != self._scale:
            if scale > self._scale:
                factor = 10 ** (scale - self._scale)
                self._window = [old * factor for old in self._window]
                self._sum *= factor
                self._scale = scale
            else:
                mantissa *= 10 ** (self._scale - scale)
        if self.ready:
            at = self._next
            self._sum += mantissa - self._window[at]
            self._window[at] = mantissa
            at += 1
            self._next = 0 if at == self.n else at
        else:
            self._sum += mantissa
            self._window.append(mantissa)
            if len(self._window) < self.n:
                return self.value
            self.ready = True
        self.value = _numbers.nearest(self._sum, self.n * 10**self._scale)
        return self.value

    def __repr__(self):
        return "SMA(n=" + str(self.n) + ", value=" + repr(self.value) + ")"


class EMA:
    """Exponential moving average with factor 2 / (n + 1), seeded with the SMA of the first n inputs.

    From then on ``v = v + (2 / (n + 1)) * (x - v)`` in doubles, in this order; nan until n inputs.
    """

    def __init__(self, n):
        self.n = _period(n)
        self.value = _NAN
        self.ready = False
        self._seed = SMA(self.n)
        self._factor = 2 / (self.n + 1)

    def update(self, x):
        """Add one input and return the new value."""
        if self.ready:
            if type(x) is not float:
                pair = _pair(x)
                if pair is None:
                    return self.value
                x = _numbers.double(pair)
            elif x != x or x - x != 0.0:
                return self.value
            self.value = self.value + self._factor * (x - self.value)
            return self.value
        self.value = self._seed.update(x)
        self.ready = self._seed.ready
        return self.value

    def __repr__(self):
        return "EMA(n=" + str(self.n) + ", value=" + repr(self.value) + ")"


class Crossover:
    """Tells when ``a`` crosses ``b``.

    ``update(a, b)`` returns +1 when a - b turns positive, -1 when it turns negative, else 0. It is
    judged against the last difference that was not zero; the first one gives 0, and so does nan.
    """

    def __init__(self):
        self.value = 0
        self.ready = False
        self._sign = 0

    def update(self, a, b):
        """Compare the two numbers and return +1, 0 or -1."""
        self.value = 0
        if a != a or b != b:
            return 0
        self.ready = True
        sign = 1 if a > b else -1 if a < b else 0
        if sign != 0:
            if self._sign != 0 and sign != self._sign:
                self.value = sign
            self._sign = sign
        return self.value

    def __repr__(self):
        return "Crossover(value=" + str(self.value) + ")"
