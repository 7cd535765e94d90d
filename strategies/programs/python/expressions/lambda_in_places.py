# kind: lambdas in defaults, dicts, sorts and conditions
ops = {"add": lambda a, b: a + b, "sub": lambda a, b: a - b}
def run(op=lambda a, b: (a, b), *, key=lambda x: -x): return op(6, 4), sorted([1, 3, 2], key=key)
print(run(), run(ops["add"]), run(ops["sub"], key=lambda x: x % 3), (lambda x: x if x else "none")(0))
