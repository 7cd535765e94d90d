# kind: conditional expressions, lambdas and calls as elements
print([x if x % 2 else -x for x in range(6)], [(lambda y: y * y)(x) for x in (1, 2, 3)], {k: (v, k) if v else None for k, v in {"a": 1, "b": 0}.items()})
