from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import NamedTuple, Optional

from glovebox import Strategy


class Phase(Enum):
    FLAT = auto()
    LONG = auto()


class Level(str, Enum):
    LOW = "low"
    HIGH = "high"


class Span(NamedTuple):
    low: float
    high: float = 0.0

    def width(self) -> float:
        return self.high - self.low


@dataclass
class Trade:
    open: float
    entered: Optional[int] = None
    notes: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.open = float(self.open)

    def __lt__(self, other: Trade) -> bool:
        return self.open < other.open


@dataclass(frozen=True, slots=True)
class Settings:
    length: int = 5


class Phased(Strategy):
    def __init__(self, size=1):
        self.size = size
        self.phase = Phase.FLAT
        self.trades: list[Trade] = []

    def on_bar(self, ctx: Context, bar: Bar) -> None:
        span = Span(bar.low, bar.high)
        match self.phase:
            case Phase.FLAT if span.width() > 0:
                ctx.buy(self.size)
                self.trades.append(Trade(open=bar.open, entered=1))
                self.phase = Phase.LONG
            case Phase.LONG:
                self.trades[-1].notes.append(Level.HIGH.value)
            case _:
                pass

    def on_fill(self, ctx, fill):
        self.trades.sort()
        best = min(self.trades, key=lambda trade: trade.open)
        best.entered = 2
