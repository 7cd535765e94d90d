# kind: return of nothing, of a tuple, of a starred tuple, early
def a(): return
def b(): return 1, 2
def c(xs): return 0, *xs, 9
def d(n):
    if n: return "early"
    return "late"
print(a(), b(), c([4, 5]), d(1), d(0))
