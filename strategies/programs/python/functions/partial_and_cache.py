# kind: functools on functions of one line
from functools import lru_cache, partial, wraps, reduce
@lru_cache(maxsize=None)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
def loud(f):
    @wraps(f)
    def inner(*a, **k): return f"<{f(*a, **k)}>"
    return inner
@loud
def hello(name, end="!"): return "hi " + name + end
print(fib(60), hello("bo"), hello.__name__, partial(hello, end="?")("al"), reduce(lambda a, b: a * b, range(1, 6)))
