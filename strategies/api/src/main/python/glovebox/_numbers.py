"""Exact decimals as pairs (mantissa, scale), meaning mantissa x 10**-scale.

Integers are exact and fast here; ``decimal.Decimal`` is pure Python in this engine and slow, so it is
imported only when somebody asks for ``.exact``.
"""

from math import ldexp

MANTISSA_LIMIT = 10**18
SCALE_MAX = 18
TEXT_CHARS_MAX = 400
EXPONENT_MAX = 400
DOUBLE_EXACT_MAX = 2**53


def parse(text):
    """Return (mantissa, scale) of decimal text without trailing zeros, or None if it is no number.

    Accepts an optional sign, digits with an optional point, and an optional exponent.
    """
    text = str.strip(text).lower()
    if len(text) > TEXT_CHARS_MAX:
        return None
    negative = text[:1] == "-"
    if text[:1] in ("-", "+"):
        text = text[1:]
    body, mark, exponent = text.partition("e")
    whole, _, fraction = body.partition(".")
    digits = whole + fraction
    if not (digits.isascii() and digits.isdigit()):
        return None
    shift = 0
    if mark:
        unsigned = exponent[1:] if exponent[:1] in ("-", "+") else exponent
        if not (unsigned.isascii() and unsigned.isdigit()) or len(unsigned) > 6:
            return None
        shift = int(exponent)
        if abs(shift) > EXPONENT_MAX:
            return None
    mantissa = int(digits)
    scale = len(fraction) - shift
    if scale < 0:
        mantissa *= 10**-scale
        scale = 0
    if negative:
        mantissa = -mantissa
    return strip(mantissa, scale)


def strip(mantissa, scale):
    """Return the same value with the smallest scale."""
    while scale > 0 and mantissa % 10 == 0:
        mantissa //= 10
        scale -= 1
    return mantissa, scale


def text_of(mantissa, scale):
    """Return canonical decimal text: no exponent, no trailing zeros, never ``-0``."""
    mantissa, scale = strip(mantissa, scale)
    digits = str(abs(mantissa))
    if scale:
        digits = digits.rjust(scale + 1, "0")
        digits = digits[:-scale] + "." + digits[-scale:]
    return "-" + digits if mantissa < 0 else digits


def is_decimal(value):
    """True for a ``decimal.Decimal``; never imports the module."""
    return type(value).__name__ == "Decimal" and type(value).__module__ in ("decimal", "_pydecimal")


def exact(value):
    """Return (mantissa, scale) of an int, a float (its shortest text), a str or a Decimal.

    Raises TypeError for other types (bool too) and ValueError for nan, infinities and other text.
    """
    kind = type(value)
    if kind is float:
        if value != value or value in (INFINITY, -INFINITY):
            raise ValueError("not a finite number: " + repr(value))
        return parse(repr(value))
    if kind is bool:
        raise TypeError("a bool is not a number here")
    if isinstance(value, int):
        return int.__pos__(value), 0
    if isinstance(value, float):
        return exact(float.__pos__(value))
    if isinstance(value, str):
        pair = parse(value)
    elif is_decimal(value):
        pair = parse(str(value))
    else:
        raise TypeError("not a number: " + kind.__name__)
    if pair is None:
        raise ValueError("not a decimal number: " + repr(value)[:60])
    return pair


def align(a, b):
    """Return both mantissas and their common scale."""
    if a[1] == b[1]:
        return a[0], b[0], a[1]
    if a[1] < b[1]:
        return a[0] * 10 ** (b[1] - a[1]), b[0], b[1]
    return a[0], b[0] * 10 ** (a[1] - b[1]), a[1]


def add(a, b):
    """Return a + b."""
    left, right, scale = align(a, b)
    return strip(left + right, scale)


def negate(a):
    """Return -a."""
    return -a[0], a[1]


def multiply(a, b):
    """Return a x b."""
    return strip(a[0] * b[0], a[1] + b[1])


def quotient_to(a, b, step, up=False):
    """Return a / b rounded to a multiple of ``step``: toward zero, or away from it with ``up``.

    ``b`` and ``step`` are positive.
    """
    numerator = abs(a[0]) * 10 ** (b[1] + step[1])
    denominator = b[0] * step[0] * 10 ** a[1]
    count = numerator // denominator
    if up and count * denominator != numerator:
        count += 1
    if a[0] < 0:
        count = -count
    return strip(count * step[0], step[1])


INFINITY = float("inf")


def nearest(numerator, denominator):
    """Return the double nearest numerator / denominator, ties to even; ``denominator`` > 0."""
    if -DOUBLE_EXACT_MAX <= numerator <= DOUBLE_EXACT_MAX and denominator <= DOUBLE_EXACT_MAX:
        return numerator / denominator
    if numerator == 0:
        return 0.0
    if numerator < 0:
        return -nearest(-numerator, denominator)
    shift = 55 - (numerator.bit_length() - denominator.bit_length())
    if shift > 0:
        count, rest = divmod(numerator << shift, denominator)
    else:
        count, rest = divmod(numerator, denominator << -shift)
    extra = count.bit_length() - 53
    low = count & ((1 << extra) - 1)
    half = 1 << (extra - 1)
    count >>= extra
    if low > half or (low == half and (rest or count & 1)):
        count += 1
    power = extra - shift
    return ldexp(float(count), power)


def double(pair):
    """Return the double nearest to (mantissa, scale)."""
    if pair[1] == 0 and abs(pair[0]) <= DOUBLE_EXACT_MAX:
        return float(pair[0])
    return nearest(pair[0], 10 ** pair[1])
