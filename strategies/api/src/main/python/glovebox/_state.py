"""What one run knows inside the guest. Fed by the worker; spoiling it hurts only this run's guest.

Figures are pairs (mantissa, scale), see ``_numbers``.
"""

from glovebox import _numbers
from glovebox._values import Bar, Bars, Fill, Order

_new = tuple.__new__

# Places in the figures of a bar, which are also the items of a ``Bar``.
OPEN, CLOSE = 3, 6
CLOSE_MANTISSA, PRICE_SCALE = 11, 13

# Up to 15 digits the shortest text of a double is the decimal it came from.
SHORT_MANTISSA = 10**15
NO_FIGURES = ("", 0, 0) + (None,) * 5 + (0,) * 7


class Instrument:
    """Terms and history of one instrument."""

    def __init__(self, instrument_id, currency, tick, lot, multiplier, interval):
        self.id = instrument_id
        self.currency = currency
        self.tick = tick
        self.lot = lot
        self.multiplier = multiplier
        self.interval = interval
        self.position = (0, 0)
        self.shown = 0.0
        self.bars = []
        self._closes = []

    @property
    def closes(self):
        """The closes of ``bars``, brought up to date when read: most strategies never ask."""
        closes = self._closes
        if len(closes) < len(self.bars):
            closes.extend([bar.close for bar in self.bars[len(closes) :]])
        return closes

    def trim(self, most):
        """Forget all but the newest ``most`` bars."""
        del self.bars[:-most]
        self._closes = []


class Entry:
    """A working order."""

    # What most orders leave as it is.
    type = "MARKET"
    filled = (0, 0)
    limit = None
    stop = None
    status = "PLANNED"
    tag = ""

    def __init__(self, key, instrument_id, side, quantity):
        self.id = key
        self.instrument = instrument_id
        self.side = side
        self.quantity = quantity

    def order(self, status, code):
        """Return a snapshot for the strategy."""
        return _new(
            Order,
            (
                self.id, self.instrument, self.side, self.type, self.quantity, self.filled,
                self.limit, self.stop, status, code, self.tag,
            ),
        )


class IntentLimit(BaseException):
    """More order calls in one hook call than allowed. Ends the run."""


class Run:
    """The state of the one run of this process."""

    def __init__(self):
        self.instruments = []
        self.by_id = {}
        self.account = ("0", "0", "0")
        self.index = -1
        self.now = 0
        self.bars = ()
        self.last = NO_FIGURES
        self.working = {}
        self.fills = []
        self.updates = []
        self.intents = []
        self.sequence = 0
        self.hook_intents = 0
        self.overflow = False
        self.sending = True
        self.history_max = 10_000
        self.intents_max = 256
        self.reserve = (0, 0)
        self.fee = (0, 0)
        self.seed = 0
        self.warmup = 0
        self.params = None
        self.random = None
        self.told = []

    def configure(self, seed, history_max, intents_max, reserve_buffer, fee_basis_points):
        """Take the run's terms."""
        self.seed = seed
        self.history_max = history_max
        self.intents_max = intents_max
        self.reserve = _numbers.parse(reserve_buffer)
        fee = _numbers.parse(fee_basis_points)
        self.fee = _numbers.strip(fee[0], fee[1] + 4)

    def add_instrument(
        self, instrument_id, currency, tick, tick_scale, lot, lot_scale, multiplier,
        multiplier_scale, interval,
    ):
        """Take the terms of the next instrument, in the run's order."""
        instrument = Instrument(
            instrument_id, currency, (tick, tick_scale), (lot, lot_scale),
            (multiplier, multiplier_scale), interval,
        )
        self.instruments.append(instrument)
        self.by_id[instrument_id] = instrument
        return instrument_id

    def set_account(self, cash, available, equity):
        """Take the run's cash figures, canonical text."""
        self.account = (cash, available, equity)

    def set_position(self, index, mantissa, scale, shown):
        """Take the position in one instrument."""
        instrument = self.instruments[index]
        instrument.position = (mantissa, scale)
        instrument.shown = shown

    def begin(self, index, now):
        """Start a new set."""
        self.index = index
        self.now = now
        self.bars = ()
        self.fills = []
        self.updates = []

    def add_bar(self, at, *figures):
        """Take one bar: its instrument's place, then id, open and close time, five doubles, five
        mantissas, two scales."""
        bar = _new(Bar, figures)
        self.instruments[at].bars.append(bar)
        self.bars = _new(Bars, self.bars + (bar,))
        self.look(figures)

    def look(self, figures):
        """Make a bar's figures those whose exact values need no text."""
        short = -SHORT_MANTISSA < figures[CLOSE_MANTISSA] < SHORT_MANTISSA
        self.last = figures if short else NO_FIGURES

    def trim(self):
        """Forget what is older than the history that is kept; due now and then, not at each bar."""
        for instrument in self.instruments:
            if len(instrument.bars) > self.history_max:
                instrument.trim(self.history_max)

    def add_fill(
        self, order_id, at, side, quantity, quantity_scale, price, price_scale, fee, effective,
        known, remaining, remaining_scale, tag,
    ):
        """Take a fill that became known with this set."""
        left = (remaining, remaining_scale)
        self.fills.append(
            _new(
                Fill,
                (
                    order_id, self.instruments[at].id, side, (quantity, quantity_scale),
                    (price, price_scale), (0, 0) if fee == "0" else _numbers.parse(fee), effective, known, left, tag,
                ),
            )
        )
        entry = self.working.get(order_id)
        if entry is None:
            return
        if remaining == 0:
            del self.working[order_id]
        else:
            entry.status = "PARTIALLY_FILLED"
            entry.filled = _numbers.add(entry.filled, (quantity, quantity_scale))

    def add_update(
        self, order_id, at, side, kind, state, code, quantity, quantity_scale, filled,
        filled_scale, tag,
    ):
        """Take the end of an order that did not fill."""
        entry = self.working.pop(order_id, None)
        asked = (quantity, quantity_scale)
        done = (filled, filled_scale)
        limit = stop = None
        if entry is not None:
            # What was asked for is better known here: a nonsense quantity has no number there.
            side, kind, asked = entry.side, entry.type, entry.quantity
            limit, stop, tag = entry.limit, entry.stop, entry.tag
        self.updates.append(
            _new(
                Order,
                (
                    order_id, self.instruments[at].id, side, kind, asked, done, limit, stop, state,
                    code, tag,
                ),
            )
        )

    def take(self):
        """Return the intents asked for since the last call."""
        intents = self.intents
        self.intents = []
        self.hook_intents = 0
        return intents


RUN = Run()
