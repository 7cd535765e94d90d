# kind: an error in the expression of a decorator
# error: TypeError 5
def tag(n): return lambda f: f
@tag(1)
@tag(len(5))
def f(): pass
