# kind: an error in a special method, called by an operator
# error: ValueError 5
class V:
    def __init__(self, *x): self.x = x
    def __add__(self, o): return V(*(a + b for a, b in zip(self.x, o.x, strict=True)))
v = V(1, 2) + V(3, 4); print(v.x); w = V(1) + \
    V(2, 3)
