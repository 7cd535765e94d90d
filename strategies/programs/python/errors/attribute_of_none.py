# kind: an attribute of None in a chain over lines joined by backslash
# error: AttributeError 5
x = {"a": None}
y = x.get("a"); z = x \
    .get("a"); print(z); print(y.real)
