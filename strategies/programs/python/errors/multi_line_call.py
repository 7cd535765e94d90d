# kind: an error in an argument on a line of its own
# error: KeyError 7
def f(*a): return a
print(
    f(1,
      2,
      {}["k"],
      4))
