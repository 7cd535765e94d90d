# kind: order in which arguments are evaluated
log = []
def n(x): log.append(x); return x
def f(*a, **k): return a, k
n(f)(n(1), *[n(2)], k=n(3), *[n(4)], **{"m": n(5)})
print(log[1:])
