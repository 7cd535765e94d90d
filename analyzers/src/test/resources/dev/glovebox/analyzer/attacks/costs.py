from decimal import Context, getcontext, localcontext
from itertools import product
from math import factorial

from glovebox import Strategy

N = 10**9
text = "x" * N  # PY403
room = [0.0] * (1 << 25)  # PY403
held = bytearray(50_000_000)  # PY403
padded = "x".ljust(10_000_000)  # PY403
field = f"{1:99999999}"  # PY403
fine = "-" * 80
ways = factorial(100_000)  # PY403
tower = 9**9**9  # PY403
exact = Context(prec=10**8)  # PY403
shape = "(a+)+$"  # PY414
shapes = ["^(\\d+)*x", "(a|a)*$", "(?:[a-z]+)*[0-9]", "^a+b+$", "(ab)+$"]  # PY414


def nested():
    for i in range(2_000):
        for j in range(2_000):  # PY409
            yield i * j


def below():
    total = 0
    for i in range(1_000):
        total += i
    return total


def around():
    for _ in range(1_000):
        below()  # PY409


def counted():
    i = 0
    while i < 10_000_000:  # PY409
        i += 1
    j = 0
    while j < 10_000_000:
        j += 100
    return [a for a in range(900_000)]  # PY409


def called_back():
    sorted(range(10_000), key=lambda v: sum(w for w in range(100)))  # PY409
    max(product(range(100), repeat=2))
    for _ in product(range(100), range(100), range(100)):  # PY409
        pass


def twice0():
    return sum(i for i in range(100_000))


def twice1():
    return twice0() + twice0() + twice0()


def twice2():
    return twice1() + twice1()  # PY409


def even(n):
    return odd(n - 1)  # PY402


def odd(n):
    return even(n - 1)  # PY402


class Loops:
    def __init__(self, value):
        self.value = value

    def __repr__(self):
        return f"<{self}>"  # PY402

    def __len__(self):
        return len(self)  # PY402

    def __eq__(self, other):
        return self == other  # PY402

    def __lt__(self, other):
        return self.value < other.value

    def __getitem__(self, i):
        return self[i - 1]  # PY402

    def __hash__(self):  # PY413
        return 7

    def __contains__(self, item):
        return item in self.value


def layers(values):
    deep = []
    while len(values) > 0:
        deep = [deep]  # PY410
    chain = iter(values)
    for _ in range(5_000):
        chain = map(abs, chain)  # PY410
    for step in (abs, round):
        chain = map(step, chain)
    return deep, chain


class Floods(Strategy):
    def __init__(self):
        self.seen, self.kept = [], []
        self.all = []
        self.nest = []

    def on_bar(self, ctx, bar):
        for i in range(500):
            ctx.buy(1)  # PY412
            print(i)  # PY412
        for i in range(10):
            ctx.log(str(i))
        self.all.append(bar)  # PY411
        self.nest = [self.nest]  # PY410


def endless(items, i, n):
    while 1 == 1:  # PY401
        pass
    while not False:  # PY401
        pass
    while i > 0:  # PY401
        i += 1
    while i > n:  # PY401
        pass
    while i < n:
        i += 1
    while i > 0 and items:
        items.pop()
    for item in items:  # PY401
        items.append(item)
    for one in forever():  # PY401
        print(one)
    for one in forever():
        break
    return list(forever())  # PY404


def forever():
    while True:
        yield 1


def doubled(x):
    text = "x"
    for _ in range(40):
        text = text + text  # PY403
    row = [1]
    while len(row) < 10:
        row += row  # PY403
    for _ in range(100):
        x = x * x  # PY403
    for _ in range(3):
        x **= 2
    price = 1.0
    for _ in range(40):
        price = price + price
    return text, row, list(product("ab", repeat=40))  # PY403


fields = "{:>1000000000}", "%1000000000d", "%10d"  # PY403
again = lambda n: again(n - 1)  # PY402


class Parent:
    def __init__(self):
        self.child = Child()  # PY402

    @property
    def size(self):
        return self.size  # PY402

    @size.setter
    def size(self, value):
        self.size = value  # PY402


class Child:
    def __init__(self):
        self.parent = Parent()  # PY402
