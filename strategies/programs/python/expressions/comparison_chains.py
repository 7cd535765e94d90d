# kind: chained comparisons
log = []
def v(x): log.append(x); return x
print(v(1) < v(2) < v(3), v(3) > v(5) > v(1), v(1) == v(1) != v(2) <= v(2))
print(1 in [1] in [[1]], None is None is not True, 3 not in (1, 2) == False, log)
