# kind: defaults evaluated once, at definition
n = 1
def f(x, seen=[], at=n * 10): seen.append(x); return seen, at
n = 5
print(f(1)); print(f(2)); print(f(3, []))
