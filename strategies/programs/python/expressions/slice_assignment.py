# kind: assignment to slices and extended slices
xs = list(range(8))
xs[1:3] = "abc"; xs[::4] = [0, 0, 0]; xs[len(xs):] = (9,)
ys = [1, 2, 3]; ys[1:1] = ys; ys[:1] = []
print(xs, ys)
