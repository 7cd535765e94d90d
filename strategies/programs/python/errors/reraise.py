# kind: a bare raise in a handler: the place of the first error
# error: IndexError 4
def f():
    x = [1]; return x[2]
try: f()
except IndexError: print("seen"); raise
