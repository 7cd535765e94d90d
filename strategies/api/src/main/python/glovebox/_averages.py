"""Averages of numbers: SMA, EMA and MACD; and Crossover."""

from glovebox import _numbers
from glovebox._inputs import NAN, Indicator, Named, exact_of, finite, item, period
from glovebox._state import RUN


class SMA(Indicator):
    """Simple moving average of the last ``n`` inputs.

    ``update(x)`` takes a float (as the shortest decimal that reads back to it), an int or a
    Decimal. ``value`` is the double nearest the exact sum / n; nan until n inputs were seen.
    """

    def __init__(self, n):
        self.n = period(n)
        self.value = NAN
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
            pair = exact_of(x)
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


class EMA(Indicator):
    """Exponential moving average with factor 2 / (n + 1), seeded with the SMA of n inputs.

    From then on ``v = v + (2 / (n + 1)) * (x - v)`` in doubles, in this order; nan until n inputs.
    """

    def __init__(self, n):
        self.n = period(n)
        self.value = NAN
        self.ready = False
        self._seed = SMA(self.n)
        self._factor = 2 / (self.n + 1)

    def update(self, x):
        """Add one input and return the new value."""
        if self.ready:
            if type(x) is not float:
                pair = exact_of(x)
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


class Crossover(Indicator):
    """Tells when ``a`` crosses ``b``.

    ``update(a, b)`` returns +1 when a - b turns positive, -1 when it turns negative, else 0. It is
    judged against the last difference that was not zero; the first one gives 0, and so does nan.
    """

    _shown = ()

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


class MacdValue(Named):
    """What MACD gives; all nan until ready."""

    __slots__ = ()
    _fields = __match_args__ = ("macd", "signal", "histogram")
    macd = item(0, "EMA(fast) - EMA(slow), float, in units of the input.")
    signal = item(1, "The EMA of macd, float.")
    histogram = item(2, "macd - signal, float.")


class MACD(Indicator):
    """Moving average convergence and divergence: ``MACD(fast=12, slow=26, signal=9)``.

    ``update(x)`` takes a number and returns a named tuple ``macd signal histogram``, whose items
    ``MACD`` has as attributes too. ``macd`` is EMA(fast) - EMA(slow), ``signal`` the EMA of it,
    each seeded with an SMA; all nan until slow + signal - 1 inputs. Source: Appel 1979. TA-Lib
    seeds the fast EMA later, so that the first values differ from its.
    """

    _shown = ("fast", "slow", "signal_n")

    def __init__(self, fast=12, slow=26, signal=9):
        self.fast = period(fast, "fast")
        self.slow = period(slow, "slow")
        self.signal_n = period(signal, "signal")
        if self.fast >= self.slow:
            raise ValueError("fast is shorter than slow: MACD(12, 26, 9)")
        self.value = MacdValue((NAN, NAN, NAN))
        self._fast = EMA(self.fast)
        self._slow = EMA(self.slow)
        self._signal = EMA(self.signal_n)

    macd = property(lambda self: self.value.macd, doc="EMA(fast) - EMA(slow), float.")
    signal = property(lambda self: self.value.signal, doc="The EMA of macd, float.")
    histogram = property(lambda self: self.value.histogram, doc="macd - signal, float.")

    def update(self, x):
        """Add one number and return the new value."""
        if finite(x) is None:
            return self.value
        fast = self._fast.update(x)
        slow = self._slow.update(x)
        if self._slow.ready:
            macd = fast - slow
            signal = self._signal.update(macd)
            if self._signal.ready:
                self.ready = True
                self.value = MacdValue((macd, signal, macd - signal))
        return self.value
