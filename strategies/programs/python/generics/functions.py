# kind: generic functions (PEP 695), bounds and constraints
def first[T](xs: list[T]) -> T: return xs[0]
def both[A: (int, str), B: float](a: A, b: B) -> tuple[A, B]: x: A = a; return x, b
def spread[*Ts, **P](*a: *Ts, f=None) -> None: return a
print(first([1, 2]), both("a", 1.5), spread(1, 2), [p.__name__ for p in both.__type_params__], [c.__name__ for c in both.__type_params__[0].__constraints__], both.__type_params__[1].__bound__.__name__)
