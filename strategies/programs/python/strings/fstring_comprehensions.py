# kind: f-strings with comprehensions, one line
xs = [1, 2, 3]
print(f"{[x * 2 for x in xs]} {sum(x for x in xs)} {({x: x for x in xs})} {','.join(str(y) for y in xs):>10} {xs[0]:{[w for w in (4, 5)][1]}}|"); print("after")
