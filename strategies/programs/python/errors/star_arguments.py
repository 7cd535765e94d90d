# kind: an error in a star argument of a call over lines
# error: TypeError 5
def f(*a, **k): return a, k
print(f(*[1], **{"a": 2}))
print(f(
    *[1, 2],
    *5,
    k=3))
