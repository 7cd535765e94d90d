# kind: local, enclosing, global and builtin names
x = "global"; len_ = len
def a():
    x = "a"
    def b():
        def c(): global x; return x
        def d(): return x
        return c(), d()
    return b()
class K:
    x = "class"
    def m(self): return x
    y = [x for _ in "1"]; z = x
print(a(), K().m(), K.y, K.z, len_("abc"))
