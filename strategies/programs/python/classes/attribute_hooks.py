# kind: getattr, setattr, dir and slots
class Lazy:
    def __getattr__(self, name): value = name * 2; object.__setattr__(self, name, value); return value
    def __setattr__(self, name, value): super().__setattr__(name, ("set", value))
    def __delattr__(self, name): super().__delattr__(name)
class Slim: __slots__ = "a", "b"
l = Lazy(); print(l.ab, l.ab, vars(l)); l.c = 1; print(l.c); del l.c; print(l.c)
s = Slim(); s.a = 1
try: s.z = 1
except AttributeError: print("slots", s.a, hasattr(s, "b"))
