# kind: an error three one-line functions deep
# error: IndexError 7
def a(x): return b(x) + 1

def b(x): y = x * 2; return c(y)

def c(x): z = [x]; return z[x]

print(a(0)); print(a(1))
