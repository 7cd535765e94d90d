# kind: decorators, stacked, with arguments, arbitrary expressions
def tag(name):
    def wrap(f): return lambda *a: (name, f(*a))
    return wrap
tags = {"b": [tag("b0"), tag("b1")]}
@tag("outer")
@tag("inner")
def f(x): return x + 1
@tags["b"][1]
def g(): return "g"
@(lambda f: f() * 2)
def h(): return 21
@(chosen := tag("walrus"))
def k(): return 0
print(f(1), g(), h, k(), chosen is not None)
