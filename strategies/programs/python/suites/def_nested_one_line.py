# kind: one-line definitions nested in suites
def outer(n):
    def inner(k): return k * n
    if n > 2:
        def inner(k): return -k * n
    return [inner(k) for k in range(4)]
print(outer(2), outer(3))
