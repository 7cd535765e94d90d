"""How fast prices change: RSI, ROC and Stochastic."""

from _collections import deque

from glovebox import _numbers
from glovebox._averages import SMA
from glovebox._inputs import (
    CLOSE, HIGH, LOW, NAN, PRICE_SCALE, Highest, Indicator, Named, at, check_bar, exact_of, item,
    period,
)


class RSI(Indicator):
    """Relative strength index of Wilder: ``RSI(n=14)``.

    ``update(x)`` takes a number and returns 100 x gain / (gain + loss), from 0 to 100; nan until n
    + 1 inputs. Gain and loss are the means of the first n changes up and down, and from then on
    ``(old x (n - 1) + newest) / n`` in doubles. If nothing has ever moved it is 50: neither gained
    nor lost (TA-Lib and ta4j say 0 there, which would read as oversold). Source: Wilder 1978, as
    TA-Lib.
    """

    def __init__(self, n=14):
        self.n = period(n)
        self._last = None
        self._count = 0
        self._seeds = ((0, 0), (0, 0))
        self._gain = 0.0
        self._loss = 0.0

    def update(self, x):
        """Add one number and return the new value."""
        pair = exact_of(x)
        if pair is None:
            return self.value
        last = self._last
        self._last = pair
        if last is None:
            return self.value
        new, old, scale = _numbers.align(pair, last)
        change = new - old
        if self.ready:
            moved = _numbers.nearest(abs(change), 10**scale)
            before = self.n - 1
            self._gain = (self._gain * before + (moved if change > 0 else 0.0)) / self.n
            self._loss = (self._loss * before + (moved if change < 0 else 0.0)) / self.n
        elif not self._seed(change, scale):
            return self.value
        total = self._gain + self._loss
        self.value = 100 * (self._gain / total) if total > 0 else 50.0
        return self.value

    def _seed(self, change, scale):
        up, down = self._seeds
        if change > 0:
            up = _numbers.add(up, (change, scale))
        elif change < 0:
            down = _numbers.add(down, (-change, scale))
        self._seeds = (up, down)
        self._count += 1
        if self._count == self.n:
            self._gain = _numbers.nearest(up[0], self.n * 10 ** up[1])
            self._loss = _numbers.nearest(down[0], self.n * 10 ** down[1])
            self.ready = True
        return self.ready


class ROC(Indicator):
    """Rate of change over ``n`` inputs, in percent.

    ``update(x)`` takes a number and returns 100 x (x / the number n inputs ago - 1); nan until n +
    1 inputs, and while that number is 0. Exact before it is rounded. Source: as TA-Lib's ROC.
    """

    def __init__(self, n=10):
        self.n = period(n)
        self._kept = deque()

    def update(self, x):
        """Add one number and return the new value."""
        pair = exact_of(x)
        if pair is None:
            return self.value
        kept = self._kept
        kept.append(pair)
        if len(kept) > self.n:
            self.ready = True
            new, old, _ = _numbers.align(pair, kept.popleft())
            if old == 0:
                self.value = NAN
            else:
                change = 100 * (new - old)
                self.value = _numbers.nearest(-change if old < 0 else change, abs(old))
        return self.value


class StochasticValue(Named):
    """What Stochastic gives, each from 0 to 100; both nan until ready."""

    __slots__ = ()
    _fields = __match_args__ = ("k", "d")
    k = item(0, "Where the close lies between the lowest low and the highest high, float.")
    d = item(1, "The SMA of k, float.")


class Stochastic(Indicator):
    """Stochastic oscillator: ``Stochastic(n=14, d=3, smooth=1)``.

    ``update(bar)`` takes a bar and returns a named tuple ``k d``, whose items ``Stochastic`` has as
    attributes too. ``k`` is 100 x (close - lowest low) / (highest high - lowest low) of the last n
    bars, with ``smooth`` above 1 its SMA of so many (the slow form: ``Stochastic(14, 3, 3)``);
    ``d`` is the SMA of k. Both nan until n + smooth + d - 2 bars. If high and low of the n bars are
    equal, k counts as 50. Source: Lane; as TA-Lib's STOCHF and STOCH.
    """

    _shown = ("n", "d_n", "smooth")

    def __init__(self, n=14, d=3, smooth=1):
        self.n = period(n)
        self.d_n = period(d, "d")
        self.smooth = period(smooth, "smooth")
        self.value = StochasticValue((NAN, NAN))
        self._high = Highest(self.n)
        self._low = Highest(self.n, -1)
        self._k = SMA(self.smooth)
        self._d = SMA(self.d_n)

    k = property(lambda self: self.value.k, doc="%K, float.")
    d = property(lambda self: self.value.d, doc="%D, the SMA of %K, float.")

    def update(self, bar):
        """Add one bar and return the new value."""
        check_bar(bar, self)
        scale = at(bar, PRICE_SCALE)
        high, _ = self._high.add(at(bar, HIGH), scale)
        low, kept_scale = self._low.add(at(bar, LOW), scale)
        if not self._high.full:
            return self.value
        above = at(bar, CLOSE) * 10 ** (kept_scale - scale) - low
        raw = _numbers.nearest(100 * above, high - low) if high > low else 50.0
        k = raw if self.smooth == 1 else self._k.update(raw)
        if k == k:
            d = self._d.update(k)
            if self._d.ready:
                self.ready = True
                self.value = StochasticValue((k, d))
        return self.value
