# kind: generator expressions, laziness and order
log = []
def mark(x): log.append(x); return x
g = (mark(x) for x in range(5) if mark(x * 10) >= 20)
print(next(g), next(g), log)
log.clear(); print(list(g), log)
