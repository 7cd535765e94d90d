# kind: an error raised where a generator expression is written, not where it is consumed
# error: ZeroDivisionError 3
g = (1 / x for x in (2, 1, 0))
def use(it):
    out = []
    for v in it: out.append(v); print(out)
use(g)
