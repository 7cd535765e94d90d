# kind: an error in a generator's one-line loop, after values were given
# error: ZeroDivisionError 4
def g(xs):
    for x in xs: yield x; yield 1 / x
for v in g([4, 2, 0]): print(v)
