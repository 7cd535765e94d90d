# kind: class patterns, positional and by keyword
from dataclasses import dataclass
@dataclass
class P: x: int; y: int
class Q:
    __match_args__ = ("a",)
    def __init__(self, a, b): self.a, self.b = a, b
def m(o):
    match o:
        case P(0, 0): return "origin"
        case P(x=0, y=y): return f"on y {y}"
        case P(x, y) if x == y: return f"diagonal {x}"
        case P(): return "point"
        case Q(int(n) | str(n), b=[_, *_] as bs): return n, bs
        case int() | float(): return "number"
        case str(s) if (n := len(s)) > 2: return n
print([m(o) for o in (P(0, 0), P(0, 3), P(4, 4), P(1, 2), Q(1, [2]), Q("s", [3, 4]), 1.5, "word", "a")])
