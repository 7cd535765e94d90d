"""Indicators: ``update`` takes the newest number or bar and returns the new value.

=============== ================================== =============================================
numbers in      ``SMA EMA RSI ROC ZScore``         a float
numbers in      ``MACD``                           ``macd signal histogram``, a named tuple
numbers in      ``Bollinger``                      ``upper middle lower``, a named tuple
bars in         ``ATR ADX OBV VWAP``               a float
bars in         ``Stochastic``                     ``k d``, a named tuple
bars in         ``Donchian``                       ``upper middle lower``, a named tuple
two numbers in  ``Crossover``                      +1, 0 or -1
=============== ================================== =============================================

``value`` is what the last ``update`` returned, nan until ``ready``, so that comparisons are False
before then. A number that is nan or infinite is ignored: ``update`` returns the last value. Sums
over windows are exact integers, so that ties are ties and nothing drifts; memory grows with the
period only, which is at most 100,000. TypeError or ValueError for arguments that make no sense, for
a bar where a number belongs, and for the reverse.
"""

__all__ = [
    "ADX", "ATR", "Bollinger", "Crossover", "Donchian", "EMA", "MACD", "OBV", "ROC", "RSI", "SMA",
    "Stochastic", "VWAP", "ZScore",
]

_PARTS = {
    "_averages": ("EMA", "MACD", "SMA", "Crossover"),
    "_deviations": ("Bollinger", "ZScore"),
    "_momentum": ("ROC", "RSI", "Stochastic"),
    "_ranges": ("ADX", "ATR", "Donchian"),
    "_volumes": ("OBV", "VWAP"),
}


def __getattr__(name):
    # Only what is asked for is loaded: a run starts sooner.
    for part, names in _PARTS.items():
        if name in names:
            found = getattr(__import__("glovebox." + part, None, None, (name,)), name)
            globals()[name] = found
            return found
    raise AttributeError("module 'glovebox.indicators' has no attribute '" + name + "'")
