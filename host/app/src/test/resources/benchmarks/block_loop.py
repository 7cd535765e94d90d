"""A guest in CPython that is given blocks of bars over a pipe and answers each block.

A block is its count of bars (int32), then each bar as ten int64: index, open and close time in
microseconds, open, high, low, close, volume as whole numbers, scale of prices, scale of volume; all
big-endian. The answer is the count of bars that the strategy saw (int32) and the crosses that it
counted so far (int32). The first block is preceded by the length (int32) and text of the strategy.
"""

import struct
import sys
import types

HEAD = struct.Struct(">i")
BAR = struct.Struct(">10q")
ANSWER = struct.Struct(">ii")


class Strategy:
    pass


class Bar:
    __slots__ = ("index", "open_time", "time", "open", "high", "low", "close", "volume")


def strategy(text):
    module = types.ModuleType("glovebox")
    module.Strategy = Strategy
    sys.modules["glovebox"] = module
    names = {}
    exec(compile(text, "strategy.py", "exec"), names)
    for value in names.values():
        if isinstance(value, type) and issubclass(value, Strategy) and value is not Strategy:
            return value()


def main():
    read = sys.stdin.buffer.read
    write = sys.stdout.buffer.write
    flush = sys.stdout.buffer.flush
    guest = strategy(read(HEAD.unpack(read(4))[0]).decode())
    on_bar = guest.on_bar
    scales = [10**n for n in range(19)]
    while True:
        head = read(4)
        if not head:
            return
        count = HEAD.unpack(head)[0]
        for (
            index, opened, closed, first, high, low, last, volume, price_scale, volume_scale,
        ) in BAR.iter_unpack(read(count * BAR.size)):
            by = scales[price_scale]
            bar = Bar()
            bar.index = index
            bar.open_time = opened
            bar.time = closed
            bar.open = first / by
            bar.high = high / by
            bar.low = low / by
            bar.close = last / by
            bar.volume = volume / scales[volume_scale]
            on_bar(None, bar)
        write(ANSWER.pack(count, guest.crosses))
        flush()


main()
