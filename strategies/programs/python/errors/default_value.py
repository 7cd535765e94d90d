# kind: an error in a default value, evaluated at definition
# error: KeyError 5
names = {"a": 1}
def good(x=names["a"]): return x
def bad(x=names["a"], y=names["b"]): return x
