# kind: an error in a lambda of several on a line
# error: AttributeError 3
f = lambda x: x + 1; g = lambda x: x.missing; h = lambda x: x
print(f(1))
print(h(
    g(2)
))
