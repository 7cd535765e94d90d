# kind: special methods of arithmetic and comparison
class Money:
    def __init__(self, c): self.c = c
    def __add__(self, o): return Money(self.c + o.c)
    def __radd__(self, o): return self if o == 0 else NotImplemented
    def __neg__(self): return Money(-self.c)
    def __eq__(self, o): return isinstance(o, Money) and self.c == o.c
    def __lt__(self, o): return self.c < o.c
    def __hash__(self): return hash(self.c)
    def __bool__(self): return self.c != 0
    def __repr__(self): return f"{self.c / 100:.2f}"
    def __format__(self, spec): return format(self.c, spec or "d")
a, b = Money(150), Money(275)
print(sum([a, b]), -a, a < b, a == Money(150), len({a, Money(150)}), bool(Money(0)), sorted([b, a]), f"{a:>6}|{b}", a != b)
