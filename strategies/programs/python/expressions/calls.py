# kind: calls with every kind of argument
def f(a, b=2, /, c=3, *rest, d=4, e, **more): return a, b, c, rest, d, e, sorted(more.items())
print(f(1, e=5))
print(f(1, 20, 30, 40, 50, e=5, z=1))
print(f(*[1, 2], *(3, 4), e=0, **{"x": 1}, **{"y": 2},))
print(f(*"ab", d=1, *"cd", e=2))
