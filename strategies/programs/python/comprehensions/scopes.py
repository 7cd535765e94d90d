# kind: what a comprehension binds and what it sees
x = "outer"; n = 3
a = [x for x in range(n)]
fs = [lambda: i for i in range(3)]; gs = [lambda i=i: i for i in range(3)]
class C: n = 2; ys = [y for y in range(n)]
print(x, a, [f() for f in fs], [g() for g in gs], C.ys)
