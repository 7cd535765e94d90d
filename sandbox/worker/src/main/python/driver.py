"""The supervisor's half inside the guest: loads the strategy, calls its hooks, hands over intents.

Java calls these functions with plain numbers and text and reads plain numbers, text and tuples.
"""

import _warnings
import sys

from glovebox import Bar, Context, Fill, Order, Strategy
from glovebox._state import RUN, IntentLimit
from glovebox._values import Bars, Params

# They would name lines of the prepared form, which nobody has seen, in the strategy's own log.
# By the list itself: the module around it is a long text, and takes the list over when imported.
_warnings.filters.insert(0, ("ignore", None, SyntaxWarning, None, 0))
_warnings._filters_mutated()

_new = tuple.__new__
_clock = [0]

MODULE = "strategy"
WARMUP_BARS_MAX = 10_000_000
NAMES_SHOWN_MAX = 20


class ParameterInvalid(Exception):
    """A parameter is unknown or its text cannot be converted."""


class HookReturned(TypeError):
    """A hook returned something."""


class StrategyShape(TypeError):
    """The module or the class is not what a strategy is."""


class _Loaded:
    strategy_class = None
    strategy = None
    sets = False
    context = Context()


def load(text, name):
    """Run the module's text."""
    module = type(sys)(MODULE)
    module.__file__ = name
    sys.modules[MODULE] = module
    exec(compile(text, name, "exec", 0, True), module.__dict__)


def find():
    """Find the one leaf subclass of Strategy and check its hooks; return its name."""
    found = []
    for value in tuple(sys.modules[MODULE].__dict__.values()):
        if isinstance(value, type) and issubclass(value, Strategy) and value is not Strategy:
            if value not in found:
                found.append(value)
    leaves = [one for one in found if not any(one in other.__mro__[1:] for other in found)]
    if not leaves:
        raise StrategyShape("the module has no subclass of glovebox.Strategy")
    if len(leaves) > 1:
        names = ", ".join(one.__name__ for one in leaves[:NAMES_SHOWN_MAX])
        raise StrategyShape("the module has several strategies, exactly one is wanted: " + names)
    found = leaves[0]
    by_bar = found.on_bar is not Strategy.on_bar
    by_set = found.on_bars is not Strategy.on_bars
    if by_bar == by_set:
        raise StrategyShape(
            found.__name__ + (
                " defines both on_bar and on_bars; one is wanted" if by_bar
                else " defines neither on_bar(self, ctx, bar) nor on_bars(self, ctx, bars)"
                + _other_hook(found)
            )
        )
    _Loaded.strategy_class = found
    _Loaded.sets = by_set
    return found.__name__


def _other_hook(found):
    """Return a hint if the class has the hook of another library."""
    for name in ("next", "on_data", "handle_data", "on_tick", "on_candle", "run", "OnData", "onBar"):
        if name in found.__dict__:
            return "; instead: rename " + name + " to on_bar(self, ctx, bar)"
    return ""


def _signature(function):
    """Return (names, defaults by name, required names, takes **keywords) of an ``__init__``."""
    for _ in range(10):
        function = getattr(function, "__wrapped__", function)
    code = getattr(function, "__code__", None)
    if code is None:
        return [], {}, [], True
    positional = code.co_varnames[1 : code.co_argcount]
    given = function.__defaults__ or ()
    defaults = dict(zip(positional[len(positional) - len(given) :], given)) if given else {}
    only = code.co_varnames[code.co_argcount : code.co_argcount + code.co_kwonlyargcount]
    defaults.update(function.__kwdefaults__ or {})
    names = list(positional) + list(only)
    required = [name for name in names if name not in defaults]
    return names, defaults, required, bool(code.co_flags & 0x08)


def _defaults():
    """Return the parameters with their defaults, through ``**keywords`` up to the parents."""
    found = {}
    for parent in _Loaded.strategy_class.__mro__:
        init = parent.__dict__.get("__init__")
        if init is None:
            continue
        if parent is Strategy:
            break
        names, defaults, required, more = _signature(init)
        if required:
            raise StrategyShape(
                "parameter " + repr(required[0]) + " of " + parent.__name__
                + ".__init__ needs a default: keyword defaults are the parameters"
                + ("; ctx comes with the hooks" if required[0] in ("ctx", "context") else "")
            )
        for name in names:
            found.setdefault(name, defaults[name])
        if not more:
            break
    return found


def _converted(name, text, default):
    """Return the value of a parameter's text, by the type of its default."""
    kind = type(default)
    try:
        if kind is bool:
            return {"true": True, "1": True, "yes": True, "on": True, "false": False, "0": False,
                    "no": False, "off": False}[text.strip().lower()]
        if kind is int:
            return int(text)
        if kind is float:
            value = float(text)
            if value - value != 0.0:
                raise ValueError(text)
            return value
        if kind is str:
            return text
        if kind.__name__ == "Decimal":
            value = kind(text.strip())
            if not value.is_finite():
                raise ValueError(text)
            return value
    except (ValueError, KeyError, ArithmeticError):
        raise ParameterInvalid(
            "parameter " + repr(name) + " wants " + kind.__name__ + ", got " + repr(text)[:80]
        ) from None
    if default is None:
        for maker in (int, float):
            try:
                return maker(text)
            except ValueError:
                continue
        return text
    raise ParameterInvalid(
        "parameter " + repr(name) + " has a default of type " + kind.__name__[:40]
        + " and cannot be set"
    )


def construct(*given):
    """Make the strategy. ``given`` is name, text, name, text, ..."""
    defaults = _defaults()
    values = dict(defaults)
    chosen = {}
    for at in range(0, len(given), 2):
        name, text = given[at], given[at + 1]
        if name not in defaults:
            raise ParameterInvalid(
                "unknown parameter " + repr(name)[:80] + "; "
                + _Loaded.strategy_class.__name__ + " has "
                + (", ".join(list(defaults)[:NAMES_SHOWN_MAX]) or "none")
            )
        chosen[name] = values[name] = _converted(name, text, defaults[name])
    RUN.params = Params(values)
    _Loaded.strategy = _Loaded.strategy_class(**chosen)


def warmup():
    """Return the number of warm-up bars."""
    bars = _Loaded.strategy.warmup_bars
    if callable(bars):
        bars = bars()
    if isinstance(bars, float) and bars.is_integer():
        bars = int(bars)
    if type(bars) is not int or not 0 <= bars <= WARMUP_BARS_MAX:
        raise StrategyShape("warmup_bars is a whole number from 0, not " + repr(bars)[:40])
    RUN.warmup = bars
    return bars


def parameters():
    """Return (name, type, canonical text) of each parameter of a simple type, in order."""
    shown = []
    for name, value in RUN.params.items():
        kind = type(value)
        if kind is bool:
            shown.append((name, "bool", "true" if value else "false"))
        elif kind in (int, float, str):
            shown.append((name, kind.__name__, str(value)))
        elif kind.__name__ == "Decimal":
            shown.append((name, "Decimal", str(value)))
    return shown


def _finish(hook, result):
    if result is not None:
        raise HookReturned(
            hook + " returned a " + type(result).__name__[:40]
            + "; hooks return nothing, orders are placed with ctx.buy"
        )
    return -1 if RUN.overflow else len(RUN.intents)


def start():
    """Run on_start."""
    RUN.hook_intents = 0
    return _finish("on_start", _Loaded.strategy.on_start(_Loaded.context))


def fill(at):
    """Run on_fill for the set's fill number ``at``."""
    RUN.hook_intents = 0
    return _finish("on_fill", _Loaded.strategy.on_fill(_Loaded.context, RUN.fills[at]))


def order(at):
    """Run on_order for the set's update number ``at``."""
    RUN.hook_intents = 0
    return _finish("on_order", _Loaded.strategy.on_order(_Loaded.context, RUN.updates[at]))


def bar():
    """Run on_bar for each bar of the set, or on_bars once."""
    RUN.hook_intents = 0
    if _Loaded.sets:
        return _finish("on_bars", _Loaded.strategy.on_bars(_Loaded.context, RUN.bars))
    pending = 0
    for one in RUN.bars:
        RUN.look(tuple(one))
        pending = _finish("on_bar", _Loaded.strategy.on_bar(_Loaded.context, one))
    return pending


# What the worker writes before next_set returns: whether there is a set and whether the account is
# new, index, place of the instrument, open and close time, five mantissas, two scales; the bar's five
# doubles; the account's cash, available, equity. As many items as it writes: it keeps the arrays.
_numbers = [9_000_000_000] * 12
_figures = [0.5] * 5
_texts = ["0", "0", "0"]


def next_set():
    """Ask for the next set. By this call the worker gives it, and what follows a new budget."""


def run():
    """Take sets of one bar, whose close has at most 15 digits, and run on_bar for each.

    Ends after the first set that asks for something, or when none is left. The common case, so
    without a call or an attribute that could be saved: each costs as much as the rest of a small
    strategy. What it leaves as it was is made new by ``begin`` and ``take``.
    """
    numbers = _numbers
    shown = _figures
    while True:
        next_set()
        state = numbers[0]
        if state == 0:
            return 0
        if state == 2:
            RUN.account = (_texts[0], _texts[1], _texts[2])
        now = numbers[4]
        instrument = RUN.instruments[numbers[2]]
        figures = (
            instrument.id, numbers[3], now, shown[0], shown[1], shown[2], shown[3], shown[4],
            numbers[5], numbers[6], numbers[7], numbers[8], numbers[9], numbers[10], numbers[11],
        )
        RUN.index = numbers[1]
        RUN.now = now
        RUN.last = figures
        _clock[0] = now
        one = _new(Bar, figures)
        instrument.bars.append(one)
        result = _Loaded.strategy.on_bar(_Loaded.context, one)
        if result is not None or RUN.intents:
            return _finish("on_bar", result)


def filled(
    mantissa, scale, shown, order_id, side, quantity, quantity_scale, price, price_scale, fee,
    effective, known, remaining, remaining_scale, tag, cash, available, equity, at, index, now,
    *figures,
):
    """Take a set of one bar with one fill of the run's one instrument; ``fill`` and ``again`` follow.

    What ``set_account``, ``set_position``, ``begin``, ``add_bar`` and ``add_fill`` do, in one call.
    """
    RUN.account = (cash, available, equity)
    instrument = RUN.instruments[at]
    instrument.position = (mantissa, scale)
    instrument.shown = shown
    RUN.index = index
    RUN.now = now
    RUN.last = figures
    _clock[0] = now
    one = _new(Bar, figures)
    instrument.bars.append(one)
    RUN.bars = _new(Bars, (one,))
    RUN.fills = []
    RUN.updates = []
    RUN.add_fill(
        order_id, at, side, quantity, quantity_scale, price, price_scale, fee, effective, known,
        remaining, remaining_scale, tag,
    )


def again():
    """Run on_bar for the bar that ``filled`` took."""
    RUN.hook_intents = 0
    return _finish("on_bar", _Loaded.strategy.on_bar(_Loaded.context, RUN.bars[0]))


def stop():
    """Run on_stop; orders are not sent any more."""
    RUN.sending = False
    RUN.hook_intents = 0
    return _finish("on_stop", _Loaded.strategy.on_stop(_Loaded.context))


def share_clock(clock):
    """Take the cell that every clock of the guest shows."""
    global _clock
    _clock = clock


def bar_hook():
    """Return the name of the hook that ``bar`` runs."""
    return "on_bars" if _Loaded.sets else "on_bar"


def first_line(hook):
    """Return the first line of a hook's definition, 0 if unknown."""
    code = getattr(getattr(_Loaded.strategy_class, hook, None), "__code__", None)
    return getattr(code, "co_firstlineno", 0)


def hint(error):
    """Return what to write instead of what raised ``error``, or an empty text."""
    types = {"Context": Context, "Bar": Bar, "Fill": Fill, "Order": Order}
    own = getattr(_Loaded.strategy_class, "__name__", "")
    try:
        from glovebox import _hints

        return _hints.hint(error, types, own)[:300]
    except Exception:
        return ""


def overflowed():
    """Return whether a hook asked for too many orders."""
    return RUN.overflow
