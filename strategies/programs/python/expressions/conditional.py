# kind: conditional expressions, nested and in arguments
def sign(n): return "neg" if n < 0 else "zero" if n == 0 else "pos"
print([sign(n) for n in (-3, 0, 8)], (1 if [] else 2), [3 if () else 4][0])
print(*(["a"] if 1 else []), **({"sep": "-"} if 0 else {}))
