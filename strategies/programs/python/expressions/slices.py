# kind: slices and subscriptions of every form
class S:
    def __getitem__(self, k): return k
s = S(); xs = list(range(10))
print(xs[2:5], xs[:3], xs[7:], xs[::3], xs[::-1], xs[-3:-1], xs[8:2:-2], xs[:])
print(s[1:2, ::3, ...], s[1,], s[()], s[*xs[:2], 5], s[lambda: 0 :: 1].start())
