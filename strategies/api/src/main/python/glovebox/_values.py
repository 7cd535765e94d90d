"""Plain read-only values that a strategy sees: Bar, Fill, Order, and their exact figures."""

from _collections import _tuplegetter as _item

from glovebox import _numbers


def moment(micros):
    """Return the aware UTC datetime of ``micros`` microseconds since 1970."""
    from datetime import datetime, timedelta, timezone

    return datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(microseconds=micros)


class Exact:
    """The same figures as ``decimal.Decimal``, made when read. Slow: about 50 us each."""

    __slots__ = ("_pairs",)

    def __init__(self, pairs):
        object.__setattr__(self, "_pairs", pairs)

    def __getattr__(self, name):
        pairs = object.__getattribute__(self, "_pairs")
        if name not in pairs:
            raise AttributeError(name + " has no exact form; there is " + ", ".join(pairs))
        pair = pairs[name]
        if pair is None:
            return None
        from decimal import Decimal

        return Decimal(_numbers.text_of(pair[0], pair[1]))

    def __setattr__(self, name, value):
        raise AttributeError("read only")


_at = tuple.__getitem__


class _Value(tuple):
    """A read-only record. Compares by value; attributes by name only."""

    __slots__ = ()
    _shown = ()

    def __getitem__(self, key):
        kind = type(self).__name__
        name = key if type(key) is str and len(key) <= 64 else "close" if kind == "Bar" else "price"
        raise TypeError("a " + kind + " has no [...]: write " + kind.lower() + "." + name.lower())

    def __repr__(self):
        parts = [name + "=" + repr(getattr(self, name)) for name in self._shown]
        return type(self).__name__ + "(" + ", ".join(parts) + ")"


class Bar(_Value):
    """One closed interval ``[open_time, close_time)`` of one instrument.

    Prices and volume are floats, each the double nearest the exact decimal; ``bar.exact.close`` and
    so on give ``decimal.Decimal``. Times are aware datetimes in UTC.
    """

    __slots__ = ()
    _shown = ("instrument", "close_time", "open", "high", "low", "close", "volume")

    instrument = _item(0, "Instrument id, a str.")
    open = _item(3, "First price, float.")
    high = _item(4, "Highest price, float.")
    low = _item(5, "Lowest price, float.")
    close = _item(6, "Last price, float.")
    volume = _item(7, "Traded volume, float.")

    @property
    def open_time(self):
        """Start of the interval, aware datetime, UTC."""
        return moment(_at(self, 1))

    @property
    def close_time(self):
        """End of the interval, aware datetime, UTC. The bar is known from here on."""
        return moment(_at(self, 2))

    @property
    def exact(self):
        """The five figures as ``decimal.Decimal``."""
        scale = _at(self, 13)
        return Exact(
            {
                "open": (_at(self, 8), scale),
                "high": (_at(self, 9), scale),
                "low": (_at(self, 10), scale),
                "close": (_at(self, 11), scale),
                "volume": (_at(self, 12), _at(self, 14)),
            }
        )


def bar_close(bar):
    """Return the exact close of a bar as (mantissa, scale)."""
    return _at(bar, 11), _at(bar, 13)


class Bars(_Value):
    """All bars with one close time, in instrument order; also ``bars["AAPL"]``."""

    __slots__ = ()

    def __getitem__(self, key):
        if isinstance(key, str):
            for bar in self:
                if bar.instrument == key:
                    return bar
            raise KeyError(key)
        return tuple.__getitem__(self, key)

    def __contains__(self, key):
        if isinstance(key, str):
            return any(bar.instrument == key for bar in self)
        return tuple.__contains__(self, key)

    def get(self, instrument, default=None):
        """Return the instrument's bar in this set, or ``default``."""
        return self[instrument] if instrument in self else default

    def keys(self):
        """Return the instrument ids of this set."""
        return tuple(bar.instrument for bar in self)

    def values(self):
        """Return the bars of this set."""
        return tuple(self)

    def items(self):
        """Return pairs (instrument id, bar)."""
        return tuple((bar.instrument, bar) for bar in self)

    def __repr__(self):
        return "Bars(" + ", ".join(repr(bar) for bar in self) + ")"


class Fill(_Value):
    """A fill of one of this run's orders.

    ``quantity`` is positive, ``side`` is "BUY" or "SELL", ``fee`` is in account currency.
    ``effective_time`` is when it happened, ``known_time`` when this run learned of it.
    """

    __slots__ = ()
    _shown = ("order_id", "instrument", "side", "quantity", "price", "fee")

    order_id = _item(0, "Key of the order, for example 'o-000001'.")
    instrument = _item(1, "Instrument id.")
    side = _item(2, "'BUY' or 'SELL'.")
    tag = _item(9, "The tag given with the order.")

    @property
    def quantity(self):
        """Filled quantity, positive float."""
        return _numbers.double(_at(self, 3))

    @property
    def price(self):
        """Price per unit, float."""
        return _numbers.double(_at(self, 4))

    @property
    def fee(self):
        """Fee of this fill in account currency, float."""
        return _numbers.double(_at(self, 5))

    @property
    def effective_time(self):
        """When the fill took place, aware datetime, UTC."""
        return moment(_at(self, 6))

    @property
    def known_time(self):
        """When this run learned of it, aware datetime, UTC."""
        return moment(_at(self, 7))

    @property
    def remaining(self):
        """Quantity of the order that is still open, float."""
        return _numbers.double(_at(self, 8))

    @property
    def exact(self):
        """quantity, price, fee and remaining as ``decimal.Decimal``."""
        return Exact(
            {"quantity": _at(self, 3), "price": _at(self, 4), "fee": _at(self, 5), "remaining": _at(self, 8)}
        )


class Order(_Value):
    """An order of this run as last heard of; a snapshot that does not change.

    ``status``: PLANNED (asked for), PARTIALLY_FILLED, FILLED, DENIED, REJECTED, CANCELLED, EXPIRED.
    ``code`` says why an order was denied or rejected, for example "BUYING_POWER"; else "".
    """

    __slots__ = ()
    _shown = ("id", "instrument", "side", "type", "quantity", "filled", "status", "code", "tag")

    id = _item(0, "Key of the order, for example 'o-000001'.")
    instrument = _item(1, "Instrument id.")
    side = _item(2, "'BUY' or 'SELL'.")
    type = _item(3, "'MARKET', 'LIMIT', 'STOP', 'STOP_LIMIT', 'TRAILING_STOP' or 'BRACKET'.")
    status = _item(8, "See the class.")
    code = _item(9, "Why it was denied or rejected, or ''.")
    tag = _item(10, "The tag given with the order.")

    @property
    def quantity(self):
        """Ordered quantity, float; nan if what was given is no number."""
        return float("nan") if _at(self, 4) is None else _numbers.double(_at(self, 4))

    @property
    def filled(self):
        """Filled quantity so far, float."""
        return _numbers.double(_at(self, 5))

    @property
    def limit(self):
        """Limit price, float, or None."""
        return None if _at(self, 6) is None else _numbers.double(_at(self, 6))

    @property
    def stop(self):
        """Stop price, float, or None."""
        return None if _at(self, 7) is None else _numbers.double(_at(self, 7))

    @property
    def exact(self):
        """quantity, filled, limit and stop as ``decimal.Decimal`` or None."""
        return Exact({"quantity": _at(self, 4), "filled": _at(self, 5), "limit": _at(self, 6), "stop": _at(self, 7)})


class Params:
    """The values of the parameters in force: ``params["fast"]`` or ``params.fast``."""

    __slots__ = ("_values",)

    def __init__(self, values):
        object.__setattr__(self, "_values", dict(values))

    def __getattr__(self, name):
        values = object.__getattribute__(self, "_values")
        if name in values:
            return values[name]
        raise AttributeError("no parameter " + repr(name) + "; there is " + ", ".join(values))

    def __setattr__(self, name, value):
        raise AttributeError("parameters are read only")

    def __getitem__(self, name):
        return self._values[name]

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def __contains__(self, name):
        return name in self._values

    def get(self, name, default=None):
        """Return the parameter's value, or ``default``."""
        return self._values.get(name, default)

    def keys(self):
        """Return the names in order of declaration."""
        return tuple(self._values)

    def values(self):
        """Return the values in order of declaration."""
        return tuple(self._values.values())

    def items(self):
        """Return pairs (name, value)."""
        return tuple(self._values.items())

    def __repr__(self):
        return "Params(" + repr(self._values) + ")"
