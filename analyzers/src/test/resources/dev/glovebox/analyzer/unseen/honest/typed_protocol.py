from __future__ import annotations

from collections import deque
from typing import Final, NamedTuple, Protocol

from glovebox import Strategy

DEFAULT: Final = 12


class Pair(NamedTuple):
    fast: float
    slow: float


class Averages(Protocol):
    def update(self, price: float) -> Pair: ...


class Two:
    def __init__(self, fast: int, slow: int) -> None:
        self.window: deque[float] = deque(maxlen=slow)
        self.fast = fast

    def update(self, price: float) -> Pair:
        self.window.append(price)
        recent = list(self.window)[-self.fast :]
        return Pair(sum(recent) / len(recent), sum(self.window) / len(self.window))


class Typed(Strategy):
    def __init__(self, fast: int = DEFAULT, slow: int = 3 * DEFAULT) -> None:
        self.averages: Averages = Two(fast, slow)

    def on_bar(self, ctx, bar) -> None:
        pair = self.averages.update(bar.close)
        ctx.target(1 if pair.fast > pair.slow else 0)
