# kind: order of evaluation in an assignment
log = []
def f(n): log.append(n); return n
xs = [0] * 4
xs[f(1)], xs[f(2)] = f(3), f(0)
xs[f(3)] = f(1) + f(2) * f(0)
i = 0
i, xs[i] = 2, 7
print(log, xs)
