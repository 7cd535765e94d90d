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

from glovebox._averages import EMA, MACD, SMA, Crossover
from glovebox._deviations import Bollinger, ZScore
from glovebox._momentum import ROC, RSI, Stochastic
from glovebox._ranges import ADX, ATR, Donchian
from glovebox._volumes import OBV, VWAP

__all__ = [
    "ADX", "ATR", "Bollinger", "Crossover", "Donchian", "EMA", "MACD", "OBV", "ROC", "RSI", "SMA",
    "Stochastic", "VWAP", "ZScore",
]
