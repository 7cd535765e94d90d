# kind: simple statements before and after compound ones
x = 1; y = 2; z = x + y
if z == 3: w = z; v = w
print(x); print(y); print(z); print(w); print(v)
