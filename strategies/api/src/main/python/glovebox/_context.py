"""``ctx``: what a strategy sees of its run, and how it places orders."""

from glovebox import _numbers, _orders
from glovebox._state import RUN
from glovebox._values import Exact, bar_close, moment


def _known(given, name):
    """Return the instrument of an argument, or raise with a hint."""
    found, instrument_id = _orders.instrument_of(given, name)
    if found is None:
        raise KeyError(
            "no instrument " + repr(given) + " in this run; there is " + ", ".join(RUN.by_id)
        )
    return found


def _count(n):
    if isinstance(n, float) and n.is_integer():
        n = int(n)
    if isinstance(n, bool) or not isinstance(n, int):
        raise TypeError("a number of bars is a whole number, not " + type(n).__name__)
    if n < 0:
        raise ValueError("a number of bars is 0 or more, not " + str(n))
    if n > RUN.history_max:
        raise ValueError("at most " + str(RUN.history_max) + " bars of history are kept")
    return n


def _affordable(instrument):
    """Return the exact largest quantity that the available cash can buy at the last close."""
    bar = instrument.bars[-1]
    close = bar_close(bar)
    available = _numbers.parse(RUN.account[1])
    if available[0] <= 0:
        return (0, 0)
    value = _numbers.multiply(close, instrument.multiplier)
    value = _numbers.multiply(value, _numbers.add((1, 0), RUN.reserve))
    unit = _numbers.multiply(value, _numbers.add((1, 0), RUN.fee))
    return _numbers.quotient_to(available, unit, instrument.lot)


def _sized(instrument, notional):
    """Return ``notional`` / last close, toward zero to the lot, exactly."""
    bar = instrument.bars[-1]
    value = _numbers.multiply(bar_close(bar), instrument.multiplier)
    return _numbers.quotient_to(notional, value, instrument.lot)


def _priced(instrument, name):
    if not instrument.bars:
        raise ValueError(name + " needs a bar; there is none yet (use it in on_bar)")
    return instrument


class Context:
    """The strategy's view of its own run. Read only; figures are floats, ``ctx.exact`` has Decimals.

    Position and cash change only by fills, and a fill is known at the close of the next bar: never
    inside the hook that ordered.
    """

    __slots__ = ()

    # ------------------------------------------------------------ time and account

    @property
    def now(self):
        """Close time of the newest bar: aware datetime, UTC. The only clock there is."""
        return moment(RUN.now)

    @property
    def bar_index(self):
        """0-based index of the newest bar in the input; -1 before the first."""
        return RUN.index

    @property
    def warming_up(self):
        """True during the first ``warmup_bars`` bars: orders are denied then."""
        return max(RUN.index, 0) < RUN.warmup

    @property
    def instrument(self):
        """Id of the run's instrument. With several instruments: raises ValueError."""
        return _orders.instrument_of(None, "ctx.instrument")[1]

    @property
    def instruments(self):
        """Ids of all instruments of the run, a tuple."""
        return tuple(RUN.by_id)

    @property
    def params(self):
        """The parameters in force: ``ctx.params["fast"]`` or ``ctx.params.fast``."""
        return RUN.params

    @property
    def position(self):
        """Signed quantity held, float; 0.0 when flat, negative when short."""
        return _known(None, "ctx.position_of").shown

    @property
    def cash(self):
        """Cash of the run in account currency, float."""
        return float(RUN.account[0])

    @property
    def available(self):
        """Cash that is not reserved by working orders, float."""
        return float(RUN.account[1])

    @property
    def equity(self):
        """Cash plus positions at their last close, float."""
        return float(RUN.account[2])

    @property
    def exact(self):
        """position (one instrument), cash, available and equity as ``decimal.Decimal``."""
        pairs = {
            "cash": _numbers.parse(RUN.account[0]),
            "available": _numbers.parse(RUN.account[1]),
            "equity": _numbers.parse(RUN.account[2]),
        }
        if len(RUN.instruments) == 1:
            pairs["position"] = RUN.instruments[0].position
        return Exact(pairs)

    def position_of(self, instrument):
        """Return the signed quantity held in an instrument, float. Unknown id: KeyError."""
        return _known(instrument, "ctx.position_of").shown

    # ------------------------------------------------------------ bars

    def bar(self, instrument=None):
        """Return the newest closed bar, or None before the first."""
        bars = _known(instrument, "ctx.bar").bars
        return bars[-1] if bars else None

    def history(self, n, instrument=None):
        """Return the newest ``n`` closed bars, oldest first, the current one last: a tuple.

        Fewer if there were fewer. ValueError beyond 10,000.
        """
        n = _count(n)
        bars = _known(instrument, "ctx.history").bars
        return tuple(bars[-n:]) if n else ()

    def closes(self, n, instrument=None):
        """Return the closes of ``history(n)``: a tuple of floats."""
        n = _count(n)
        closes = _known(instrument, "ctx.closes").closes
        return tuple(closes[-n:]) if n else ()

    # ------------------------------------------------------------ orders, read

    @property
    def orders(self):
        """The run's working orders, oldest first: a tuple of Order."""
        return tuple(entry.order(entry.status, "") for entry in RUN.working.values())

    def working(self, instrument=None):
        """Return the working orders of one instrument, oldest first: a tuple of Order."""
        wanted = _known(instrument, "ctx.working").id
        return tuple(order for order in self.orders if order.instrument == wanted)

    # ------------------------------------------------------------ sizing

    def max_quantity(self, instrument=None):
        """Return the largest quantity that available cash can buy at the last close, float.

        It leaves room for the fee and the reserve buffer and is a multiple of the lot.
        """
        found = _priced(_known(instrument, "ctx.max_quantity"), "max_quantity")
        return _numbers.double(_affordable(found))

    def size_for(self, notional, instrument=None):
        """Return ``notional`` / last close, toward zero to the lot, at most ``max_quantity``; float."""
        found = _priced(_known(instrument, "ctx.size_for"), "size_for")
        size = _sized(found, _numbers.exact(notional))
        most = _affordable(found)
        over = _numbers.add(size, _numbers.negate(most))[0] > 0
        return _numbers.double(most if over else size)

    def round_price(self, x, direction="down", instrument=None):
        """Return ``x`` on the instrument's tick, "down" or "up": float (Decimal for a Decimal)."""
        if direction not in ("down", "up"):
            raise ValueError("direction is 'down' or 'up', not " + repr(direction)[:40])
        tick = _known(instrument, "ctx.round_price").tick
        pair = _numbers.exact(x)
        away = (direction == "up") == (pair[0] >= 0)
        pair = _numbers.quotient_to(pair, (1, 0), tick, away)
        if _numbers.is_decimal(x):
            return type(x)(_numbers.text_of(pair[0], pair[1]))
        return _numbers.double(pair)

    # ------------------------------------------------------------ randomness, log

    @property
    def random(self):
        """A ``random.Random`` seeded with the run's seed: the same numbers in every run."""
        if RUN.random is None:
            from random import Random

            RUN.random = Random(RUN.seed)
        return RUN.random

    def log(self, *text, **options):
        """Write a line to the run's log, like ``print``. A line is cut at 4 KiB; 1 MiB per run."""
        print(*text, **options)

    # ------------------------------------------------------------ orders, placed

    def buy(self, quantity, *, instrument=None, limit=None, stop=None, trail=None,
            trail_percent=None, tif="GTC", expires=None, reduce_only=False, tag=""):
        """Order to buy; returns the order id, or None if nothing was sent.

        A plain call is a MARKET order: it fills at the open of the next bar. An int, str or Decimal
        must lie exactly on the lot; a float is rounded toward zero to it. What is no quantity is
        denied with INTENT_INVALID, and the run goes on.
        """
        if (
            limit is None and tag is _orders.NO_TAG and reduce_only is False and stop is None
            and tif is _orders.GTC and trail is None and trail_percent is None
            and instrument is None and expires is None
        ):
            return _orders.trade("buy", "BUY", quantity)
        return _orders.submit(
            "buy", "BUY", quantity, instrument, (limit, stop, trail, trail_percent),
            (reduce_only, tif, expires, tag),
        )

    def sell(self, quantity, *, instrument=None, limit=None, stop=None, trail=None,
             trail_percent=None, tif="GTC", expires=None, reduce_only=False, tag=""):
        """Order to sell; see ``buy``."""
        if (
            limit is None and tag is _orders.NO_TAG and reduce_only is False and stop is None
            and tif is _orders.GTC and trail is None and trail_percent is None
            and instrument is None and expires is None
        ):
            return _orders.trade("sell", "SELL", quantity)
        return _orders.submit(
            "sell", "SELL", quantity, instrument, (limit, stop, trail, trail_percent),
            (reduce_only, tif, expires, tag),
        )

    def close(self, instrument=None, *, limit=None, stop=None, trail=None, trail_percent=None,
              tif="GTC", expires=None, reduce_only=False, tag=""):
        """Flatten the instrument; returns the order id, or None if there is nothing to close.

        Counts working MARKET orders, so calling it twice does not sell twice.
        """
        if (
            limit is None and tag is _orders.NO_TAG and reduce_only is False and stop is None
            and tif is _orders.GTC and trail is None and trail_percent is None
            and instrument is None and expires is None
        ):
            return _orders.flatten()
        return _orders.reach(
            "close", (0, 0), _known(instrument, "ctx.close"), (limit, stop, trail, trail_percent),
            (reduce_only, tif, expires, tag),
        )

    def target(self, quantity, *, instrument=None, limit=None, stop=None, trail=None,
               trail_percent=None, tif="GTC", expires=None, reduce_only=False, tag=""):
        """Order what takes the position to ``quantity`` (signed); None if it is there.

        Counts working MARKET orders, so calling it twice never doubles.
        """
        found = _known(instrument, "ctx.target")
        terms = (limit, stop, trail, trail_percent)
        options = (reduce_only, tif, expires, tag)
        wanted = _orders.amount(quantity, found.lot)
        if wanted.value is None:
            return _orders.place("target", "BUY", wanted, found, found.id, terms, options)
        return _orders.reach("target", wanted.value, found, terms, options)

    def target_percent(self, percent, *, instrument=None, limit=None, stop=None, trail=None,
                       trail_percent=None, tif="GTC", expires=None, reduce_only=False, tag=""):
        """Order what takes the position to ``percent`` x equity / last close; 1.0 is all equity.

        Exact, toward zero to the lot; None if it is there. Counts working MARKET orders.
        """
        found = _priced(_known(instrument, "ctx.target_percent"), "target_percent")
        terms = (limit, stop, trail, trail_percent)
        options = (reduce_only, tif, expires, tag)
        share = _orders.amount(percent, None)
        if share.value is None:
            return _orders.place("target_percent", "BUY", share, found, found.id, terms, options)
        notional = _numbers.multiply(share.value, _numbers.parse(RUN.account[2]))
        wanted = _sized(found, notional)
        return _orders.reach("target_percent", wanted, found, terms, options)

    def bracket(self, quantity, *, side="BUY", entry=None, limit=None, target=None, stop=None,
                instrument=None, tif="GTC", expires=None, reduce_only=False, tag=""):
        """Order an entry with a target and a stop. Not traded yet: denied ORDER_TYPE_UNSUPPORTED."""
        found, instrument_id = _orders.instrument_of(instrument, "ctx.bracket")
        tick = found.tick if found is not None else None
        selling = side == "SELL"
        entry = limit if entry is None else entry
        numbers = {"quantity": _orders.amount(quantity, found.lot if found is not None else None)}
        if entry is not None:
            numbers["limit"] = _orders.amount(entry, tick, up=selling)
        if target is not None:
            numbers["target"] = _orders.amount(target, tick, up=not selling)
        if stop is not None:
            numbers["stop"] = _orders.amount(stop, tick, up=selling)
        options = _orders._keywords((reduce_only, tif, expires, tag))
        side = "SELL" if selling else "BUY"
        return _orders.emit("bracket", "bracket", instrument_id, options, side, numbers)

    def modify(self, order_id, *, quantity=None, limit=None, stop=None):
        """Change a working order. Not traded yet: denied ORDER_TYPE_UNSUPPORTED."""
        found = RUN.instruments[0]
        numbers = {}
        if quantity is not None:
            numbers["quantity"] = _orders.amount(quantity, found.lot)
        if limit is not None:
            numbers["limit"] = _orders.amount(limit, None)
        if stop is not None:
            numbers["stop"] = _orders.amount(stop, None)
        options = _orders._keywords((False, "GTC", None, ""))
        return _orders.emit("modify", "modify", found.id, options, "", numbers, _order_key(order_id))

    def cancel(self, order_id):
        """Cancel a working order. Not traded yet: denied ORDER_TYPE_UNSUPPORTED."""
        options = _orders._keywords((False, "GTC", None, ""))
        return _orders.emit(
            "cancel", "cancel", RUN.instruments[0].id, options, "", {}, _order_key(order_id)
        )


def _order_key(order_id):
    key = getattr(order_id, "id", order_id)
    return str.__str__(key)[:64] if isinstance(key, str) else _orders.shown(key)
