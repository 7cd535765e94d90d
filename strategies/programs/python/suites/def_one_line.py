# kind: function definitions with one-line bodies
def add(a, b=2): return a + b
def nothing(): pass
def many(): x = 1; y = 2; return x + y
print(add(1), add(1, b=5), nothing(), many())
