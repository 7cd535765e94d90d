# kind: an error thrown into a generator surfaces at its yield
# error: ValueError 4
def g():
    a = 1; b = yield a; c = yield b
    yield c
it = g(); next(it); it.send(2)
it.throw(ValueError("thrown"))
