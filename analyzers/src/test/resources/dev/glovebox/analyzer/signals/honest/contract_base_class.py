from abc import abstractmethod

from glovebox import Strategy


class Base(Strategy):
    def __init__(self, size=2, **more):
        super().__init__(**more)
        self.size = size

    def on_bar(self, ctx, bar):
        if self.wants(ctx, bar):
            ctx.target(self.size)
        else:
            ctx.close()

    @abstractmethod
    def wants(self, ctx, bar):
        raise NotImplementedError


class Leaf(Base):
    def wants(self, ctx, bar):
        return bar.close > bar.open
