# kind: statements which unpack calls and generators
def pair(): return "k", "v"
def gen(): yield 1; yield 2; yield 3
k, v = pair()
a, b, c = gen()
(x, y), z = pair(), [*gen()]
print(k, v, a, b, c, x, y, z)
