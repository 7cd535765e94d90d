# kind: with_stmt, parenthesised items with a trailing comma
from contextlib import contextmanager
@contextmanager
def level(n):
    print(">" * n)
    yield n
    print("<" * n)
with (
    level(1) as one,
    level(2) as two,
    level(3),
): print(one + two)
