# kind: special methods of containers and iteration
class Ring:
    def __init__(self, *xs): self.xs = list(xs)
    def __len__(self): return len(self.xs)
    def __getitem__(self, i): return [self[j] for j in range(*i.indices(len(self)))] if isinstance(i, slice) else self.xs[i % len(self)]
    def __setitem__(self, i, v): self.xs[i % len(self)] = v
    def __delitem__(self, i): del self.xs[i % len(self)]
    def __contains__(self, v): return v in self.xs
    def __iter__(self): yield from self.xs; yield "again"
    def __reversed__(self): return iter(self.xs[::-1])
    def __call__(self, n): return self[n]
r = Ring(1, 2, 3); r[4] = 20; del r[3]
print(len(r), r[0], r[5], r[0:2], 20 in r, [*r], list(reversed(r)), r(3))
