"""The least that a guest in CPython does: a strategy, and its hook called with one bar."""

import sys


class Strategy:
    pass


class Bar:
    __slots__ = ("close",)

    def __init__(self, close):
        self.close = close


class Sums(Strategy):
    def __init__(self):
        self.total = 0.0

    def on_bar(self, ctx, bar):
        self.total = self.total + bar.close


def main():
    strategy = Sums()
    strategy.on_bar(None, Bar(100.5))
    sys.stdout.buffer.write(b"b")
    sys.stdout.buffer.flush()
    # Stays, so that what it has spent can be read.
    sys.stdin.buffer.read()


main()
