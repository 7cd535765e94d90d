from glovebox import Strategy


class Ring:
    def __init__(self, size):
        self.cells, self.at, self.full = [0.0] * size, 0, False

    def push(self, value):
        self.cells[self.at] = value
        self.at = (self.at + 1) % len(self.cells)
        self.full = self.full or self.at == 0

    def __iter__(self):
        yield from self.cells[self.at :]
        yield from self.cells[: self.at]

    def __getitem__(self, ago):
        return self.cells[(self.at - 1 - ago) % len(self.cells)]


class Buffered(Strategy):
    def __init__(self, size=16):
        self.ring = Ring(size)

    def on_bar(self, ctx, bar):
        self.ring.push(bar.close)
        if self.ring.full:
            ctx.target(1 if self.ring[0] > max(list(self.ring)[:-1]) else 0)
