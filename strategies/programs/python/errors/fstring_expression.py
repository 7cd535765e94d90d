# kind: an error in an expression of an f-string
# error: KeyError 5
d = {"k": 1}
print(f"{d['k']}")
print(f"{d['k']} {d['missing']}")
