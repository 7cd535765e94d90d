# kind: generic classes (PEP 695), methods with parameters of their own
class Stack[T]:
    def __init__(self): self.xs: list[T] = []
    def push(self, x: T) -> "Stack[T]": self.xs.append(x); return self
    def map[R](self, f) -> list[R]: return [f(x) for x in self.xs]
class Pair[K, V](Stack[tuple[K, V]]): pass
class Kept[T](Pair[T, T]): x: T; y = [t for t in "ab"]
print(Stack[int]().push(1).push(2).map(lambda x: x * 2), Pair().push(("a", 1)).xs, Stack.__type_params__[0].__name__, Kept.y)
