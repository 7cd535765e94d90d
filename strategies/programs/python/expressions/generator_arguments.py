# kind: generator expressions as the only argument
print(sum(x * x for x in range(5)), max((-x for x in [3, 1, 2]), default=0), list(c for c in "abc"))
print(sorted((x for x in (3, 1, 2)), reverse=True), dict((k, v) for k, v in zip("ab", [1, 2])), all(x for x in []))
