# kind: type with three arguments, class cell, __class__
def hello(self): return "hi " + self.n
T = type("T", (), {"n": "t", "hello": hello, **{f"m{i}": (lambda self, i=i: i) for i in range(2)}})
class C:
    def me(self): return __class__.__name__
class D(C): pass
d = D(); d.__class__ = C
print(T().hello(), T().m1(), D().me(), type(d).__name__)
