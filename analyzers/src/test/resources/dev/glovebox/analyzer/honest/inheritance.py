from abc import ABC, abstractmethod
from typing import Generic, TypeVar

from glovebox import Bar, Context, Strategy

T = TypeVar("T")


class Signal(ABC, Generic[T]):
    @abstractmethod
    def update(self, bar: Bar) -> T: ...


class Up(Signal[bool]):
    def __init__(self):
        self.last = None

    def update(self, bar):
        before, self.last = self.last, bar.close
        return before is not None and bar.close > before


class Base(Strategy):
    def __init__(self, size=2):
        super().__init__()
        self.signal = Up()
        self.size = size

    def act(self, ctx: Context, up: bool):
        raise NotImplementedError


class Leaf(Base):
    def __init__(self, size=3):
        super().__init__(size)

    def act(self, ctx, up):
        ctx.target(self.size if up else 0)

    def on_bar(self, ctx, bar):
        self.act(ctx, self.signal.update(bar))


if __name__ == "__main__":
    print("this is run by glovebox")
