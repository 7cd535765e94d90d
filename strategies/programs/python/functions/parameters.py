# kind: parameters: positional-only, keyword-only, defaults, star, annotations
def f(a: int, b: "str" = "b", /, c: float = 1.0, *args: int, d, e: list[int] = [], **kw: str) -> tuple: return a, b, c, args, d, e, kw
def g(*, only): return only
def h(a, /): return a
print(f(1, d=0), f(1, "x", 2, 3, 4, d=5, e=[6], z="7"), g(only=1), h(2), sorted(f.__annotations__))
