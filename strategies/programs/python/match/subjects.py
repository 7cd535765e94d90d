# kind: subjects: tuples without brackets, stars, walrus, calls
def f(): return 3
a = [1, 2]
match a, 5:
    case [[x, y], z]: print(x, y, z)
match *a, 9:
    case 1, *_, n: print(n)
match (s := f()):
    case 3: print("three", s)
match a,:
    case [b]: print(b)
match {"k": [x for x in range(3)]}:
    case {"k": [0, *r]}: print(r)
match lambda: 1:
    case fn: print(fn())
