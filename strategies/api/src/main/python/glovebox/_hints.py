"""What to write instead, for the mistakes that are typical of people and language models.

Looks at exceptions that left a strategy, after the fact; nothing here changes how a strategy runs.
"""

MISSING = {
    "Context": {
        "positions": "ctx.position, a float: 0.0 is flat",
        "get_position": "ctx.position, a float: 0.0 is flat",
        "holdings": "ctx.position, a float: 0.0 is flat",
        "price": "bar.close",
        "last_price": "bar.close",
        "last": "bar.close",
        "close_price": "bar.close",
        "open": "bar.open",
        "high": "bar.high",
        "low": "bar.low",
        "volume": "bar.volume",
        "portfolio": "ctx.position, ctx.cash and ctx.equity",
        "account": "ctx.position, ctx.cash and ctx.equity",
        "broker": "ctx.position, ctx.cash and ctx.equity",
        "balance": "ctx.cash",
        "capital": "ctx.equity",
        "value": "ctx.equity",
        "portfolio_value": "ctx.equity",
        "order": "ctx.buy(quantity) or ctx.sell(quantity)",
        "place_order": "ctx.buy(quantity) or ctx.sell(quantity)",
        "submit_order": "ctx.buy(quantity) or ctx.sell(quantity)",
        "market_order": "ctx.buy(quantity) or ctx.sell(quantity)",
        "order_target": "ctx.target(quantity)",
        "order_target_size": "ctx.target(quantity)",
        "order_target_percent": "ctx.target_percent(0.5)",
        "set_holdings": "ctx.target_percent(0.5)",
        "close_position": "ctx.close()",
        "liquidate": "ctx.close()",
        "flatten": "ctx.close()",
        "exit": "ctx.close()",
        "data": "ctx.history(n) or ctx.closes(n)",
        "bars": "ctx.history(n) or ctx.closes(n)",
        "candles": "ctx.history(n) or ctx.closes(n)",
        "prices": "ctx.closes(n)",
        "highs": "[b.high for b in ctx.history(n)]",
        "lows": "[b.low for b in ctx.history(n)]",
        "volumes": "[b.volume for b in ctx.history(n)]",
        "time": "ctx.now",
        "date": "ctx.now.date()",
        "datetime": "ctx.now",
        "timestamp": "ctx.now",
        "indicators": "from glovebox.indicators import SMA, RSI, ATR; one update per bar",
        "sma": "from glovebox.indicators import SMA; one update per bar",
        "ema": "from glovebox.indicators import EMA; one update per bar",
        "rsi": "from glovebox.indicators import RSI; one update per bar",
        "atr": "from glovebox.indicators import ATR; one update per bar",
        "buy_limit": "ctx.buy(quantity); limit orders are not traded yet",
        "sell_limit": "ctx.sell(quantity); limit orders are not traded yet",
        "stop_loss": "keep the level in self; ctx.close() when bar.close is below it",
        "cancel_all": "nothing: market orders fill at the next open",
        "side": "ctx.position > 0 is long",
        "is_long": "ctx.position > 0",
        "in_position": "ctx.position != 0",
        "fills": "on_fill(self, ctx, fill); keep what you need in self",
        "current_bar": "bar, the argument of on_bar, or ctx.bar()",
        "index": "ctx.bar_index",
        "state": "attributes of self",
        "symbol": "ctx.instrument",
        "param": "ctx.params",
        "parameters": "ctx.params",
    },
    "Bar": {
        "time": "bar.close_time, or bar.open_time",
        "timestamp": "bar.close_time, or bar.open_time",
        "date": "bar.open_time.date()",
        "datetime": "bar.close_time, or bar.open_time",
        "price": "bar.close",
        "last": "bar.close",
        "symbol": "bar.instrument",
        "ticker": "bar.instrument",
        "o": "bar.open",
        "h": "bar.high",
        "l": "bar.low",
        "c": "bar.close",
        "v": "bar.volume",
        "vwap": "nothing: a bar has open, high, low, close and volume",
    },
    "Fill": {
        "time": "fill.effective_time",
        "timestamp": "fill.effective_time",
        "qty": "fill.quantity",
        "size": "fill.quantity",
        "amount": "fill.quantity",
        "commission": "fill.fee",
        "id": "fill.order_id",
        "order": "fill.order_id",
    },
    "Order": {
        "state": "order.status",
        "reason": "order.code",
        "qty": "order.quantity",
        "size": "order.quantity",
        "order_id": "order.id",
    },
}
# Names that a strategy of another library has on itself.
ELSEWHERE = (
    "positions", "get_position", "portfolio", "broker", "order", "order_target",
    "order_target_percent", "set_holdings", "close_position", "liquidate",
)
INDICATOR = {
    "add": "update(x)",
    "push": "update(x)",
    "append": "update(x)",
    "next": "update(x)",
    "calculate": "update(x)",
    "compute": "update(x)",
    "values": "value, the newest one; keep others in a list of your own",
    "current": "value",
    "last": "value",
    "result": "value",
    "is_ready": "ready",
    "period": "n",
    "mid": "middle",
    "basis": "middle",
    "top": "upper",
    "bottom": "lower",
    "high": "upper",
    "low": "lower",
    "hist": "histogram",
    "line": "macd",
    "percent_k": "k",
    "percent_d": "d",
    "pdi": "plus_di",
    "mdi": "minus_di",
    "adx": "value",
    "rsi": "value",
    "atr": "value",
}
# By type: what an indicator has beside update, value and ready; what a named tuple has.
INDICATORS = {
    "SMA": ("n",),
    "EMA": ("n",),
    "RSI": ("n",),
    "ROC": ("n",),
    "ZScore": ("n",),
    "MACD": ("macd", "signal", "histogram"),
    "Bollinger": ("upper", "middle", "lower"),
    "ATR": ("n",),
    "ADX": ("plus_di", "minus_di"),
    "OBV": (),
    "VWAP": ("n",),
    "Stochastic": ("k", "d"),
    "Donchian": ("upper", "middle", "lower"),
    "Crossover": (),
    "Fold": ("closed",),
}
RESULTS = {
    "Bands": ("upper", "middle", "lower"),
    "MacdValue": ("macd", "signal", "histogram"),
    "StochasticValue": ("k", "d"),
}
OF_BARS = ("ATR", "ADX", "OBV", "VWAP", "Stochastic", "Donchian", "Fold")
LIBRARIES = ("numpy", "pandas", "talib", "pandas_ta", "scipy", "ta")
FRAMEWORKS = ("backtrader", "zipline", "ccxt", "vectorbt", "backtesting", "AlgorithmImports")
FIGURES = "figures such as ctx.position, ctx.cash and bar.close are plain floats"
PAST = "bar.close for one bar; ctx.closes(n), or [b.high for b in ctx.history(n)], for several"


def _names(kind, names):
    """Return the public names of one of our classes by its name."""
    found = names.get(kind)
    return [] if found is None else [name for name in dir(found) if not name.startswith("_")]


def _distance(a, b):
    """Return the edit distance of two short names."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a):
        last = row
        row = [i + 1]
        for j, y in enumerate(b):
            row.append(min(last[j + 1] + 1, row[j] + 1, last[j] + (x != y)))
    return row[-1]


def _away(name, known):
    """Return 0 for the same name, 1 for the same letters in another order, else the distance."""
    if name == known:
        return 0
    return 1 if sorted(name) == sorted(known) else _distance(name, known)


def nearest(name, names):
    """Return the known name that is closest to a misspelt one, or ""."""
    best, found = max(1, len(name) // 3) + 1, ""
    for known in names:
        away = _away(name.lower(), known.lower())
        if away < best:
            best, found = away, known
    return found


def _quoted(text):
    """Return the pieces of a message that stand in single quotes."""
    return text.split("'")[1::2]


def _attribute(text, types, own):
    quoted = _quoted(text)
    if len(quoted) < 2:
        return ""
    kind, name = quoted[0], quoted[-1]
    if len(name) > 64:
        return ""
    if kind in MISSING:
        told = MISSING[kind].get(name)
        if told:
            return told
        close = nearest(name, _names(kind, types))
        word = {"Context": "ctx", "Bar": "bar", "Fill": "fill", "Order": "order"}[kind]
        if close:
            return word + "." + close
        return "keep it in self" if kind == "Context" else "see docs/field-guide.md"
    if kind in INDICATORS:
        own_names = ("update", "value", "ready") + INDICATORS[kind]
        if any([INDICATOR.get(name) in items for items in RESULTS.values()]):
            return INDICATOR[name] if INDICATOR[name] in own_names else "value"
        told = INDICATOR.get(name) or nearest(name, own_names) or ", ".join(own_names)
        return told.replace("(x)", "(bar)") if kind in OF_BARS else told
    if kind in RESULTS:
        told, items = INDICATOR.get(name), RESULTS[kind]
        return told if told in items else nearest(name, items) or ", ".join(items)
    if kind in ("float", "int"):
        return FIGURES
    if kind == "tuple":
        return PAST
    if kind == own:
        if name in _names("Context", types):
            return "ctx." + name + ": hooks get ctx, on_bar(self, ctx, bar)"
        if name in ELSEWHERE:
            return MISSING["Context"][name]
        return "set self." + name + " in __init__ before it is read"
    if kind == "NoneType":
        return "check for None first: if x is not None"
    return ""


def _type_error(text, types):
    quoted = _quoted(text)
    if "indices must be integers" in text and "tuple" in text:
        return PAST
    if "not supported between" in text or "unsupported operand" in text:
        if "Decimal" in text and "float" in text:
            return "Decimal and float do not mix: bar.exact.close is a Decimal, bar.close a float"
        if "NoneType" in text:
            return "check for None first: if self.last is not None and bar.close > self.last"
        if "method" in text or "builtin_function" in text or "function" in text:
            return "a call needs (); the price is bar.close, ctx.close() closes the position"
        if "Bar" in quoted:
            return "a figure of the bar, such as bar.close"
        for kind in RESULTS:
            if kind in quoted:
                return "one of its items: ." + ", .".join(RESULTS[kind])
        for kind in INDICATORS:
            if kind in quoted:
                return ".value, a figure"
        if "'str'" in text:
            return "numbers on both sides: float(text) or int(text)"
        return ""
    if "is not callable" in text:
        if quoted and quoted[0] in INDICATORS:
            what = "bar" if quoted[0] in OF_BARS else "x"
            return "update(" + what + ") once per bar, then .value"
        if quoted and quoted[0] in ("float", "int", "datetime", "datetime.datetime", "str"):
            return "a value without (): ctx.cash, ctx.position, ctx.now, bar.close"
        return ""
    if "not subscriptable" in text or "indices" in text:
        if quoted and quoted[0] in INDICATORS:
            return ".value for the newest; keep older ones in a list or deque of your own"
        return ""
    if "positional argument" in text or "keyword argument" in text:
        return _arguments(text)
    return ""


def _arguments(text):
    for hook, form in (
        ("on_bars()", "on_bars(self, ctx, bars)"),
        ("on_bar()", "on_bar(self, ctx, bar)"),
        ("on_fill()", "on_fill(self, ctx, fill)"),
        ("on_order()", "on_order(self, ctx, order)"),
        ("on_start()", "on_start(self, ctx)"),
        ("on_stop()", "on_stop(self, ctx)"),
    ):
        if hook in text:
            return form
    for call, form in (
        ("buy()", "ctx.buy(quantity, tag=\"why\"); a stop is a level in self and ctx.close()"),
        ("sell()", "ctx.sell(quantity, tag=\"why\")"),
        ("target_percent()", "ctx.target_percent(0.5, tag=\"why\")"),
        ("target()", "ctx.target(quantity, tag=\"why\")"),
        ("history()", "ctx.history(20): bars, oldest first"),
        ("closes()", "ctx.closes(20): floats, oldest first"),
        ("MACD.__init__()", "MACD(12, 26, 9), then update(x) once per bar"),
        ("Bollinger.__init__()", "Bollinger(20, 2.0), then update(x) once per bar"),
        ("Stochastic.__init__()", "Stochastic(14, 3), then update(bar) once per bar"),
        ("Fold.__init__()", 'Fold("1h"), then update(bar) once per bar'),
    ):
        if call in text:
            return form
    for kind in INDICATORS:
        what = "update(bar)" if kind in OF_BARS else "update(x)"
        if kind + ".__init__()" in text:
            return kind + "(20), then " + what + " once per bar"
        if kind + ".update()" in text:
            return "update(a, b)" if kind == "Crossover" else what
    if "takes 1 positional argument but 2" in text or "takes 0 positional arguments but 1" in text:
        return "the first parameter of a method is self"
    return ""


def _import(text):
    quoted = _quoted(text)
    if "glovebox.indicators" in quoted:
        if "Fold" in quoted:
            return "from glovebox.bars import Fold"
        wrong = quoted[0]
        close = nearest(wrong, INDICATORS)
        # One letter makes another indicator: WMA is no SMA.
        if close and (len(wrong) > 4 or wrong.upper() == close.upper()):
            return "from glovebox.indicators import " + close
        names = ", ".join(name for name in INDICATORS if name != "Fold")
        return "there is " + names + "; write others as a class with update(x)"
    if "glovebox" in quoted:
        for name in quoted:
            if name in INDICATORS:
                where = "bars" if name == "Fold" else "indicators"
                return "from glovebox." + where + " import " + name
        return "from glovebox import Strategy"
    root = quoted[0].partition(".")[0] if quoted else ""
    if root in LIBRARIES:
        return "math, statistics, ctx.closes(n) and glovebox.indicators"
    if root in FRAMEWORKS:
        return "from glovebox import Strategy; define on_bar(self, ctx, bar)"
    return ""


def hint(error, types, own):
    """Return what to write instead, or "".

    Reads builtin exceptions only and runs no code of the strategy. ``types`` maps names to our
    classes, ``own`` is the name of the strategy's class.
    """
    kind = type(error)
    arguments = BaseException.__dict__["args"].__get__(error)
    if not arguments or type(arguments[0]) is not str or len(arguments[0]) > 400:
        return ""
    text = arguments[0]
    if kind is AttributeError:
        return _attribute(text, types, own)
    if kind is TypeError:
        return _type_error(text, types)
    if kind is ZeroDivisionError:
        return "check the divisor first; ctx.position is 0.0 when flat"
    if kind is IndexError:
        return "the first bars have less history: if len(closes) < n: return"
    if kind is ImportError or kind.__name__ == "ModuleNotFoundError":
        return _import(text)
    return ""
