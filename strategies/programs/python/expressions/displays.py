# kind: lists, tuples, sets, dicts with odd commas and nesting
print([], (), {}, [1,], (1,), {1,}, {1: 2,}, [[], [[]]], ((1, 2), (3,)), {(1, 2): [3]})
t = 1, 2, 3
u = (4),
print(t, u, [(x), (y,)] if (x := 1) and (y := 2) else 0)
