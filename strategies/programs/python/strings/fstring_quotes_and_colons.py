# kind: f-strings: colons, brackets, lambdas, walrus, exclamation
d = {"a:b": 1, "c": {"d": 2}}; n = 5
print(f"{d['a:b']} {d["c"]["d"]} {(n := 6)} {n:=+5} {n!=6} {n==6} {(lambda: 1)()} {d['c']!r:>10} {n:}", f"{n:%}", f"{'!'}", f"{'}'}")
