"""From order calls to intents. Nothing is judged here: the host checks the grid and every limit.

Only floats are rounded, because a float that a strategy computed is hardly ever on the grid: a
quantity toward zero, a price to the side that is better for the strategy.
"""

from glovebox import _numbers
from glovebox._state import RUN, Entry, IntentLimit

TAG_BYTES_MAX = 128
INSTRUMENT_BYTES_MAX = 64
INVALID_CHARS_MAX = 30
TIMES_IN_FORCE = {"GTC": 1, "DAY": 2, "GTD": 3, "IOC": 4, "FOK": 5, "OPG": 6}
BUY = "BUY"
SELL = "SELL"

# The defaults of the order calls. Whoever leaves them out hands over these very objects.
GTC = "GTC"
NO_TAG = ""
NO_TERMS = (None, None, None, None)
NO_OPTIONS = (False, GTC, None, NO_TAG)


class Amount:
    """A number as given: value and, if it was snapped, the original; or why it is none."""

    __slots__ = ("value", "original", "invalid")

    def __init__(self, value=None, original="", invalid=""):
        self.value = value
        self.original = original
        self.invalid = invalid

    def wire(self):
        """Return (mantissa, scale, original, invalid)."""
        mantissa, scale = self.value if self.value is not None else (0, 0)
        return (mantissa, scale, self.original, self.invalid)


def shown(value):
    """Return short text for a value that is no number; never runs code of the strategy."""
    kind = type(value)
    if kind in (float, bool):
        return repr(value)
    if value is None:
        return "None"
    if kind is str:
        return "str " + repr(value[:INVALID_CHARS_MAX])
    return "a " + kind.__name__[:INVALID_CHARS_MAX]


def amount(value, step, up=False):
    """Return the Amount of what a strategy gave.

    A float is snapped to a multiple of ``step`` (if known), toward zero or away from it with ``up``.
    """
    try:
        pair = _numbers.exact(value)
    except (TypeError, ValueError):
        return Amount(invalid=shown(value))
    original = ""
    if isinstance(value, float) and step is not None:
        snapped = _numbers.quotient_to(pair, (1, 0), step, up)
        if snapped != pair:
            original = _numbers.text_of(pair[0], pair[1])[:TAG_BYTES_MAX]
            pair = snapped
    if abs(pair[0]) >= _numbers.MANTISSA_LIMIT or pair[1] > _numbers.SCALE_MAX:
        return Amount(invalid="a number with too many digits")
    return Amount(pair, original)


def instrument_of(given, name):
    """Return (instrument or None, its id) for an ``instrument=`` argument."""
    if given is None:
        if len(RUN.instruments) == 1:
            return RUN.instruments[0], RUN.instruments[0].id
        raise ValueError(
            "this run has several instruments; say " + name + "(..., instrument="
            + repr(RUN.instruments[0].id) + ")"
        )
    if isinstance(given, str) and len(given.encode("utf-8", "replace")) <= INSTRUMENT_BYTES_MAX:
        given = str.__str__(given)
        return RUN.by_id.get(given), given
    return None, ""


def _expiry(expires):
    """Return microseconds since 1970, 0 for None, or None if it is no moment."""
    if expires is None:
        return 0
    if type(expires).__name__ == "datetime":
        from datetime import datetime, timezone

        if isinstance(expires, datetime) and expires.tzinfo is not None:
            passed = expires - datetime(1970, 1, 1, tzinfo=timezone.utc)
            return (passed.days * 86_400 + passed.seconds) * 1_000_000 + passed.microseconds
    return None


def _keywords(options):
    """Check the common keywords; return (reduce_only, tif, expires_us, tag, complaint)."""
    reduce_only, tif, expires, tag = options
    complaint = ""
    if type(reduce_only) is not bool:
        complaint = "reduce_only is " + shown(reduce_only)
        reduce_only = False
    force = TIMES_IN_FORCE.get(tif) if type(tif) is str else None
    if force is None:
        complaint = "tif is " + shown(tif)
        force = 0
    moment = _expiry(expires)
    if moment is None:
        complaint = "expires is no aware datetime"
        moment = 0
    if tag is None:
        tag = ""
    if not isinstance(tag, str):
        complaint = "tag is " + shown(tag)
        tag = ""
    elif len(tag.encode("utf-8", "replace")) > TAG_BYTES_MAX:
        complaint = "tag is longer than 128 bytes"
        tag = ""
    return reduce_only, force, moment, str.__str__(tag), complaint


def admit(what):
    """Count one call that emits an intent and return its key, or None if nothing is sent now."""
    if not RUN.sending:
        print("not sent: orders in on_stop are too late (" + what + ")")
        return None
    if RUN.overflow or RUN.hook_intents >= RUN.intents_max:
        RUN.overflow = True
        RUN.intents = RUN.intents or [()]
        raise IntentLimit("more than " + str(RUN.intents_max) + " orders in one hook call")
    RUN.hook_intents += 1
    RUN.sequence += 1
    return "o-" + str(RUN.sequence).rjust(6, "0")


def _tell(kind):
    """Write once what becomes of a kind of order that is not traded yet, and what to do instead."""
    if kind in RUN.told:
        return
    RUN.told.append(kind)
    instead = "keep the level in self and call ctx.buy or ctx.close once bar.close has passed it"
    if kind in ("modify", "cancel"):
        instead = "a market order fills at the next open; ctx.target(q) orders what is missing"
    print("denied, ORDER_TYPE_UNSUPPORTED: " + kind + " is not traded yet; " + instead)


def emit(call, kind, instrument_id, options, side, numbers, order_key=""):
    """Record an intent and return its key, or None. ``numbers`` maps names to Amounts."""
    reduce_only, force, expires, tag, complaint = options
    key = admit(call)
    if key is None:
        return None
    if complaint:
        numbers["quantity"] = Amount(invalid=complaint)
    if kind != "market":
        _tell(kind)
    wired = tuple((name, given.wire()) for name, given in numbers.items() if given is not None)
    RUN.intents.append(
        (
            RUN.sequence, call, kind, instrument_id, tag, reduce_only, force, expires, side,
            order_key, wired,
        )
    )
    if kind not in ("modify", "cancel"):
        _remember(key, kind, instrument_id, side, numbers, tag)
    return key


def _remember(key, kind, instrument_id, side, numbers, tag):
    quantity = numbers.get("quantity")
    limit = numbers.get("limit")
    stop = numbers.get("stop")
    entry = Entry(key, instrument_id, side, None if quantity is None else quantity.value)
    entry.type = kind.upper()
    entry.limit = None if limit is None else limit.value
    entry.stop = None if stop is None else stop.value
    entry.tag = tag
    RUN.working[key] = entry


def _plain(call, side, mantissa):
    """Send a MARKET order of ``mantissa`` whole units of the run's one instrument, no keyword given.

    The same intent as through ``place``, in the short form: the common case, and calls are dear.
    """
    key = admit(call)
    if key is not None:
        instrument = RUN.instruments[0]
        RUN.intents.append((RUN.sequence, call, side, instrument.id, mantissa))
        RUN.working[key] = Entry(key, instrument.id, side, (mantissa, 0))
    return key


def trade(call, side, quantity):
    """``buy`` and ``sell`` without any keyword."""
    if type(quantity) is int and -_numbers.MANTISSA_LIMIT < quantity < _numbers.MANTISSA_LIMIT:
        if len(RUN.instruments) == 1:
            return _plain(call, side, quantity)
    return submit(call, side, quantity, None, NO_TERMS, NO_OPTIONS)


def flatten():
    """``close`` without any keyword."""
    if not RUN.working and len(RUN.instruments) == 1:
        mantissa, scale = RUN.instruments[0].position
        if mantissa == 0:
            return None
        if scale == 0 and -_numbers.MANTISSA_LIMIT < mantissa < _numbers.MANTISSA_LIMIT:
            if mantissa > 0:
                return _plain("close", SELL, mantissa)
            return _plain("close", BUY, -mantissa)
    instrument = instrument_of(None, "ctx.close")[0]
    return reach("close", (0, 0), instrument, NO_TERMS, NO_OPTIONS)


def place(call, side, quantity, instrument, instrument_id, terms, options):
    """Send one order. ``quantity`` is an Amount; ``terms`` are limit, stop, trail, trail_percent."""
    limit, stop, trail, trail_percent = terms
    tick = instrument.tick if instrument is not None else None
    if quantity.original and quantity.value is not None and quantity.value[0] == 0:
        print(
            "not sent: " + call + " of " + quantity.original + " " + instrument_id
            + " is less than one lot"
        )
        return None
    buying = side == BUY
    numbers = {"quantity": quantity}
    if limit is not None:
        numbers["limit"] = amount(limit, tick, up=not buying)
    if stop is not None:
        numbers["stop"] = amount(stop, tick, up=buying)
    if trail is not None:
        numbers["trail"] = amount(trail, tick)
    if trail_percent is not None:
        numbers["trail_percent"] = amount(trail_percent, None)
    kind = "market"
    if trail is not None or trail_percent is not None:
        kind = "trailing_stop"
    elif stop is not None:
        kind = "stop" if limit is None else "stop_limit"
    elif limit is not None:
        kind = "limit"
    return emit(call, kind, instrument_id, _keywords(options), side, numbers)


def submit(call, side, quantity, instrument, terms, options):
    """``buy`` and ``sell``."""
    found, instrument_id = instrument_of(instrument, "ctx." + call)
    lot = found.lot if found is not None else None
    given = amount(quantity, lot)
    if isinstance(quantity, float) and given.value == (0, 0) and not given.original:
        given.original = "0"
    if not instrument_id:
        given = Amount(invalid="instrument is " + shown(instrument))
    return place(call, side, given, found, instrument_id, terms, options)


def outstanding(instrument):
    """Return the signed remainder of the instrument's working MARKET orders."""
    total = (0, 0)
    for entry in RUN.working.values():
        if entry.instrument == instrument.id and entry.type == "MARKET" and entry.quantity:
            rest = _numbers.add(entry.quantity, _numbers.negate(entry.filled))
            total = _numbers.add(total, rest if entry.side == BUY else _numbers.negate(rest))
    return total


def _countable(pair):
    """Return a quantity in at most 18 digits, toward zero: the host judges what is too large."""
    mantissa, scale = pair
    while mantissa >= _numbers.MANTISSA_LIMIT and scale > 0:
        mantissa, scale = mantissa // 10, scale - 1
    return mantissa, scale


def reach(call, wanted, instrument, terms, options):
    """Send what takes position plus working MARKET orders to ``wanted``; None if it is there."""
    have = _numbers.add(instrument.position, outstanding(instrument))
    missing = _numbers.add(wanted, _numbers.negate(have))
    if missing[0] == 0:
        return None
    side = BUY if missing[0] > 0 else SELL
    size = _countable((abs(missing[0]), missing[1]))
    if size[0] >= _numbers.MANTISSA_LIMIT or size[1] > _numbers.SCALE_MAX:
        given = Amount(invalid="a number with too many digits")
    else:
        given = Amount(size)
    return place(call, side, given, instrument, instrument.id, terms, options)
