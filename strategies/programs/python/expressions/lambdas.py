# kind: lambdas with every kind of parameter
f = lambda: 0
g = lambda a, /, b=1, *c, d=2, **e: (a, b, c, d, e)
h = lambda x: lambda y: x * 10 + y
k = lambda *a: sum(a); m = lambda **k: sorted(k)
print(f(), g(1), g(1, 2, 3, d=4, z=5), h(4)(2), k(1, 2, 3), m(b=1, a=2), (lambda: (yield))().__class__.__name__)
