from dataclasses import dataclass, field, replace

from glovebox import Strategy


@dataclass(frozen=True, slots=True)
class Leg:
    high: float
    low: float
    bars: int = 1

    def extended(self, bar):
        return replace(self, high=max(self.high, bar.high), low=min(self.low, bar.low), bars=self.bars + 1)


@dataclass
class Book:
    legs: list[Leg] = field(default_factory=list)

    @property
    def range(self):
        return max((leg.high - leg.low for leg in self.legs), default=0.0)


class Legs(Strategy):
    def __init__(self, length=5, keep=4):
        self.length, self.keep = length, keep
        self.book, self.leg = Book(), None

    def on_bar(self, ctx, bar):
        self.leg = Leg(bar.high, bar.low) if self.leg is None else self.leg.extended(bar)
        if self.leg.bars >= self.length:
            self.book.legs = [*self.book.legs, self.leg][-self.keep :]
            self.leg = None
        if self.book.legs and self.book.range > 0:
            ctx.target(2 if bar.close > self.book.legs[-1].high else 0)
