# kind: del of names, items, slices, attributes, tuples
class Bag: pass
bag = Bag(); bag.x = 1; bag.y = 2
xs = list(range(10)); d = {"a": 1, "b": 2}; p, q = 1, 2
del bag.x, xs[0], xs[2:4], d["a"]
del (p, [q])
print(vars(bag), xs, d, "p" in globals(), "q" in globals())
