# kind: pass, alone and in a chain
pass
pass; pass; x = 1; pass
def f(): pass; pass
class C: pass; y = 2
print(x, f(), C.y)
