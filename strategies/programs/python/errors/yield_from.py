# kind: an error inside a delegated generator
# error: KeyError 3
def inner(n): yield n; raise KeyError(n)
def outer():
    yield 0
    x = yield from inner(5); yield x
for v in outer(): print(v)
