# kind: an error in the condition of a one-line elif with walrus
# error: IndexError 5
def f(x):
    if (n := len(x)) > 3: return n
    elif (m := x[n]) > 1: return m
    return 0
print(f([1, 2, 3, 4])); print(f([1]))
