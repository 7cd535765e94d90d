# kind: is, is not, in, not in, None, True, False, Ellipsis
a = [1]; b = a; c = [1]
print(a is b, a is not c, a == c, 1 in a, 2 not in a, None is None, ... is Ellipsis, True is not False)
print("ell" in "hello", "" in "x", (1, 2) in [(1, 2)], 3 in {3: 4})
