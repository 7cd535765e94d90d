"""A small event engine of the usual shape, for scale: it stands in for a CPython back tester.

Bars are objects, every series is a line buffer, indicators and observers are objects that a loop
asks one after another, orders go through a broker. Nothing here waits or burns time on purpose.

usage: event_loop.py BARS.csv    prints: bars seconds-of-CPU fills
"""

import sys
import time
from collections import deque
from datetime import datetime


class Line:
    def __init__(self):
        self.array = []

    def push(self, value):
        self.array.append(value)

    def __getitem__(self, ago):
        return self.array[ago - 1]

    def __len__(self):
        return len(self.array)


class Data:
    NAMES = ("datetime", "open", "high", "low", "close", "volume")

    def __init__(self, path):
        self.lines = {name: Line() for name in self.NAMES}
        self.rows = open(path)
        next(self.rows)

    def __getattr__(self, name):
        return self.__dict__["lines"][name]

    def load(self):
        row = self.rows.readline()
        if not row:
            return False
        parts = row.rstrip("\n").split(",")
        self.datetime.push(datetime.strptime(parts[0], "%Y-%m-%d %H:%M:%S"))
        for name, text in zip(self.NAMES[1:], parts[1:]):
            self.lines[name].push(float(text))
        return True


class Indicator:
    def __init__(self, *inputs):
        self.inputs = inputs
        self.line = Line()

    def step(self):
        self.line.push(self.next())

    def __getitem__(self, ago):
        return self.line[ago]


class Sma(Indicator):
    def __init__(self, line, period):
        super().__init__(line)
        self.period = period
        self.window = deque(maxlen=period)

    def next(self):
        self.window.append(self.inputs[0][0])
        if len(self.window) < self.period:
            return float("nan")
        return sum(self.window) / self.period


class CrossOver(Indicator):
    def __init__(self, a, b):
        super().__init__(a, b)
        self.last = 0.0

    def next(self):
        difference = self.inputs[0][0] - self.inputs[1][0]
        cross = 0.0
        if difference > 0:
            cross = 1.0 if self.last < 0 else 0.0
            self.last = difference
        elif difference < 0:
            cross = -1.0 if self.last > 0 else 0.0
            self.last = difference
        return cross


class Order:
    def __init__(self, side, size):
        self.side = side
        self.size = size
        self.status = "created"


class Broker:
    def __init__(self, data, cash):
        self.data = data
        self.cash = cash
        self.position = 0
        self.pending = []
        self.fills = []
        self.notices = deque()

    def submit(self, order):
        order.status = "submitted"
        self.pending.append(order)
        self.notices.append(order)

    def step(self):
        waiting, self.pending = self.pending, []
        for order in waiting:
            price = self.data.open[0]
            signed = order.side * order.size
            self.cash -= signed * price
            self.position += signed
            order.status = "completed"
            self.fills.append((self.data.datetime[0], signed, price))
            self.notices.append(order)

    def value(self):
        return self.cash + self.position * self.data.close[0]


class Observer:
    def __init__(self, read):
        self.line = Line()
        self.read = read

    def step(self):
        self.line.push(self.read())


class Strategy:
    def __init__(self, data, broker):
        self.data = data
        self.broker = broker
        fast = Sma(data.close, 10)
        slow = Sma(data.close, 30)
        self.cross = CrossOver(fast, slow)
        self.indicators = [fast, slow, self.cross]

    def notify(self, order):
        pass

    def next(self):
        if self.cross[0] > 0 and not self.broker.position:
            self.broker.submit(Order(1, 10))
        elif self.cross[0] < 0 and self.broker.position > 0:
            self.broker.submit(Order(-1, self.broker.position))


def main(path):
    data = Data(path)
    broker = Broker(data, 100000.0)
    strategy = Strategy(data, broker)
    observers = [
        Observer(lambda: broker.cash),
        Observer(broker.value),
        Observer(lambda: broker.position),
    ]
    bars = 0
    while data.load():
        bars += 1
        broker.step()
        while broker.notices:
            strategy.notify(broker.notices.popleft())
        for indicator in strategy.indicators:
            indicator.step()
        if bars >= 30:
            strategy.next()
        for observer in observers:
            observer.step()
    return bars, len(broker.fills)


if __name__ == "__main__":
    seen, fills = main(sys.argv[1])
    print(seen, time.process_time(), fills)
