# kind: yield from over generators, lists, with a result
def leaf(n): yield n; yield n + 1; return n * 10
def tree():
    a = yield from leaf(1)
    b = yield from leaf(a)
    yield from [a, b]
    yield from (x for x in "xy")
print(list(tree()))
