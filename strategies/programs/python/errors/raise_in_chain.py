# kind: raise as the last of a chain in a one-line suite
# error: Mine 5
class Mine(ValueError): pass
def f(n):
    if n > 2: print("raising"); m = f"n is {n}"; raise Mine(m)
    return f(n + 1)
f(0)
