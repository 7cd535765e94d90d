# kind: descriptors with get, set, delete
class Positive:
    def __set_name__(self, owner, name): self.slot = "_" + name
    def __get__(self, o, owner=None): return self if o is None else getattr(o, self.slot, 0)
    def __set__(self, o, v):
        if v < 0: raise ValueError(f"{self.slot}: {v}")
        setattr(o, self.slot, v)
    def __delete__(self, o): setattr(o, self.slot, 0)
class P: x = Positive(); y = Positive()
p = P(); p.x, p.y = 3, 4; del p.y
try: p.x = -1
except ValueError as e: print(e)
print(p.x, p.y, type(P.x).__name__)
