# kind: the @ operator and its reflection
class V:
    def __init__(self, *xs): self.xs = xs
    def __matmul__(self, o): return sum(a * b for a, b in zip(self.xs, o.xs))
    def __rmatmul__(self, o): return [o * x for x in self.xs]
print(V(1, 2, 3) @ V(4, 5, 6), 2 @ V(1, 2))
