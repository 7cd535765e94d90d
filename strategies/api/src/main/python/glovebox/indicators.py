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
        last = RUN.last
        if x == last[6]:
            return last[11], last[13]
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
        self._divisor = self.n
        self._sum = 0
        self._window = []
        self._next = 0

    def update(self, x):
        """Add one input and return the new value."""
        last = RUN.last
        if x is last[6]:
            mantissa, scale = last[11], last[13]
        else:
            pair = _pair(x)
            if pair is None:
                return self.value
            mantissa, scale = pair
        if scale != self._scale:
            mantissa = self._rescale(mantissa, scale)
        window = self._window
        if self.ready:
            at = self._next
            total = self._sum + mantissa - window[at]
            window[at] = mantissa
            self._next = at + 1 if at + 1 < self.n else 0
        else:
            total = self._sum + mantissa
            window.append(mantissa)
            if len(window) < self.n:
                self._sum = total
                return self.value
            self.ready = True
        self._sum = total
        # Both exact as doubles, so that one division rounds correctly; _divisor is 0 if it is not.
        if self._divisor and -9007199254740992 <= total <= 9007199254740992:
            value = self.value = total / self._divisor
        else:
            value = self.value = _numbers.nearest(total, self.n * 10**self._scale)
        return value

    def _rescale(self, mantissa, scale):
        """Bring the window, or the mantissa, to the larger of both scales; return the mantissa."""
        if scale < self._scale:
            return mantissa * 10 ** (self._scale - scale)
        factor = 10 ** (scale - self._scale)
        self._window = [old * factor for old in self._window]
        self._sum *= factor
        self._scale = scale
        divisor = self.n * 10**scale
        self._divisor = divisor if divisor <= _numbers.DOUBLE_EXACT_MAX else 0
        return mantissa

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
        sign = 1 if a > b else -1 if a < b else 0
        before = self._sign
        if sign == before:
            self.ready = True
            return 0
        self.ready = True
        if sign != 0:
            self._sign = sign
            if before != 0:
                self.value = sign
                return sign
        return 0

    def __repr__(self):
        return "Crossover(value=" + str(self.value) + ")"
