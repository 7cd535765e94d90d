# kind: a local name used before it is bound, in a one-line suite
# error: UnboundLocalError 5
n = 1
def f():
    for i in range(2): print("turn", i); m = n + i
    n = m
f()
