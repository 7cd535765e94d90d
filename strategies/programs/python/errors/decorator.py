# kind: an error raised by a decorator
# error: TypeError 4
def plain(f): return f
def broken(f): x = f.__name__; raise TypeError(x)
@plain
@plain
def ok(): return 1

@plain
@broken
def bad(): return 2
