# kind: comprehensions as arguments, defaults, subscripts, slices
def f(xs=[i for i in range(3)], *, k={j: j for j in "ab"}): return xs, k
data = list(range(20))
print(f(), f([i + 1 for i in range(2)], k={c for c in "z"}), data[[x for x in (4, 5)][0]:[x for x in (8, 9)][1]:2])
