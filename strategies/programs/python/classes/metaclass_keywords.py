# kind: metaclass and keywords in a class statement
class Meta(type):
    def __new__(m, name, bases, ns, /, *, tag="none", **kw): c = super().__new__(m, name, bases, ns); c.tag = tag; c.kw = sorted(kw); return c
    def __init__(c, name, bases, ns, **kw): super().__init__(name, bases, ns)
    def __call__(c, *a): o = super().__call__(*a); o.made = True; return o
class A(metaclass=Meta, tag="t", x=1): pass
class B(A, tag="u"): pass
print(A.tag, A.kw, B.tag, type(B).__name__, B().made)
