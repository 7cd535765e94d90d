# kind: named tuples, typed and not
from collections import namedtuple
from typing import NamedTuple
P = namedtuple("P", "x y", defaults=[0])
class Q(NamedTuple): a: int; b: str = "b"
class R(NamedTuple):
    a: int
    def double(self): return self.a * 2
print(P(1), P(1, 2)._replace(x=5), Q(1), Q(1)._asdict(), R(4).double(), [*Q(2, "c")], P._fields)
