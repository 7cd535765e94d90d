"""How far numbers lie from their average: Bollinger and ZScore."""

from math import isqrt

from glovebox import _numbers
from glovebox._inputs import (
    NAN, SQUARE_BITS_MIN, Bands, Indicator, Window, exact_of, factor, period, root,
)


class Bollinger(Indicator):
    """Bollinger bands: ``Bollinger(n=20, width=2.0)``.

    ``update(x)`` takes a number and returns a named tuple ``upper middle lower``, whose items
    ``Bollinger`` has as attributes too: ``middle`` is SMA(n), the others lie ``width`` standard
    deviations of the population (divisor n) from it, in units of the input; all nan until n inputs.
    Mean and variance are exact before they are rounded: n equal inputs give three equal bands.
    Source: Bollinger 2001.
    """

    _shown = ("n", "width")

    def __init__(self, n=20, width=2.0):
        self.n = period(n)
        self.width = factor(width, "width")
        self.value = Bands((NAN, NAN, NAN))
        self._window = Window(self.n, squares=True)

    upper = property(lambda self: self.value.upper, doc="The upper band, float.")
    middle = property(lambda self: self.value.middle, doc="SMA(n), float.")
    lower = property(lambda self: self.value.lower, doc="The lower band, float.")

    def update(self, x):
        """Add one number and return the new bands."""
        pair = exact_of(x)
        if pair is not None and self._window.add(pair):
            self.ready = True
            window = self._window
            middle = window.mean()
            away = self.width * root(window.spread(), window.unit)
            self.value = Bands((middle + away, middle, middle - away))
        return self.value


class ZScore(Indicator):
    """How many standard deviations the newest number lies above the mean of the last ``n``.

    ``update(x)`` takes a number, which belongs to the n, and returns (x - mean) / deviation of the
    population (divisor n), without a unit; nan until n inputs. n equal inputs give 0.0: no
    deviation. Exact before it is rounded, so it does not depend on the unit of the input.
    """

    def __init__(self, n=20):
        self.n = period(n)
        self._window = Window(self.n, squares=True)

    def update(self, x):
        """Add one number and return the new value."""
        pair = exact_of(x)
        if pair is not None and self._window.add(pair):
            self.ready = True
            window = self._window
            square = window.spread()
            if square <= 0:
                self.value = 0.0
            else:
                shift = max(0, SQUARE_BITS_MIN - square.bit_length())
                shift += shift & 1
                above = self.n * window.kept[-1] - window.sum
                self.value = _numbers.nearest(above << shift // 2, isqrt(square << shift))
        return self.value
