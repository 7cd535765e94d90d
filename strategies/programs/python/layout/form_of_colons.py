# kind: colons that end no header: slices, lambdas, dicts, annotations
x: int = 1; y: dict = {"a": lambda: 0, "b": [1, 2, 3][0:2]}; z: "a:b" = 3
if {1: 2}[1]: w: int = 4; v = y["b"][:1]
def f(a: int = 1, *, b: slice = slice(1, 2)) -> {"k": 1}: c: int = a; return c, b
for k in {1: 2, 3: 4}: print(k, end=":")
while (lambda: False)(): pass
print(x, z, w, v, f(), f.__annotations__["return"])
